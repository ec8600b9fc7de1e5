package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void writesAMod() throws IOException {
        Files.writeString(folder.resolve("mod.pp"), """
                mod "m" {}
                variable "regions" {
                  type        = list(string)
                  description = "Where to look."
                  default     = ["eu-west-1"]
                }
                variable "token" {
                  type      = string
                  sensitive = true
                }
                query "q" {
                  sql = "select $1 as n, '${var.regions[0]}' as region"
                  param "n" { default = 1 }
                }
                dashboard "d" {
                  title = "D"
                  card {
                    query = query.q
                    args  = { n = self.input.n.value }
                  }
                }
                """);
    }

    private Ran ran(String... words) {
        return Ran.penstock(Stream.concat(Stream.of(words), Stream.of("--mod-location", folder.toString()))
                .toArray(String[]::new));
    }

    @Test
    void listsValuesWithoutDemandingThem() {
        assertThat(ran("variable", "list", "--var", "token=hunter2", "--var", "regions=[\"us-east-1\"]")
                        .out())
                .isEqualTo("""
                        MOD  NAME     TYPE          VALUE          DESCRIPTION
                        m    regions  list(string)  ["us-east-1"]  Where to look.
                        m    token    string        (sensitive)
                        """);
        Ran without = ran("variable", "list");
        assertThat(without.code()).isZero();
        assertThat(without.err()).isEmpty();
    }

    @Test
    void showsOne() {
        assertThat(ran("variable", "show", "var.regions").out()).isEqualTo("""
                        Name:        m.var.regions
                        Description: Where to look.
                        Type:        list(string)
                        Value:       ["eu-west-1"]
                        Default:     ["eu-west-1"]
                        """);
        assertThat(ran("variable", "show", "region").err()).contains("did you mean \"regions\"?");
    }

    @Test
    void wrongValuesAreBadArguments() {
        Ran wrong = ran("query", "list", "--var", "regions=5");
        assertThat(wrong.code()).isEqualTo(254);
        assertThat(wrong.err()).contains("--var regions: ");
        assertThat(ran("query", "list", "--var", "region=5").err()).contains("did you mean \"regions\"?");
    }

    @Test
    void dashboardsAreListedAndShown() {
        assertThat(ran("dashboard", "list", "--var", "token=x").out()).contains("m    d     D");
        assertThat(ran("dashboard", "show", "d", "--var", "token=x").out()).contains("card.d_card_0");
        Ran broken = ran("dashboard", "list", "--input=false");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("mod.pp:7:1: the variable token has no value");
    }
}
