package dev.penstock.controls.mod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.controls.model.SqlValue;
import dev.penstock.controls.model.Variable;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values of variables come from, which one wins, and what fits. */
class VariablesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path path;

    private Folder mod(String text) throws IOException {
        return new Folder(path).with("mod.pp", "mod \"m\" {}\n" + text);
    }

    private static Object value(Mod mod, String name) {
        return mod.variable(name).value().map(SqlValue::value).orElse("no value");
    }

    @Test
    void theDocumentedOrderDecides() throws IOException {
        Folder folder = mod("variable \"x\" {\n default = \"default\"\n}\nvariable \"x2\" {\n type = string\n}");
        assertThat(value(folder.load("x2="), "x")).isEqualTo("default");
        Map<String, String> environment = Map.of("PP_VAR_x", "environment", "PP_VAR_x2", "");
        assertThat(value(folder.load(environment), "x")).isEqualTo("environment");
        folder.with("steampipe.spvars", "x = \"older file\"");
        assertThat(value(folder.load(environment), "x")).isEqualTo("older file");
        folder.with("powerpipe.ppvars", "x = \"file\"");
        assertThat(value(folder.load(environment), "x")).isEqualTo("file");
        folder.with("a.auto.ppvars", "x = \"a\"").with("b.auto.spvars", "x = \"b\"");
        assertThat(value(folder.load(environment), "x")).isEqualTo("b");
        Path one = Files.writeString(path.resolve("one.ppvars"), "x = \"one\"");
        Path two = Files.writeString(path.resolve("two.ppvars"), "x = \"two\"");
        var files = new ModSettings(environment, List.of(one, two), List.of(), VariablePrompt.NOBODY);
        assertThat(value(ModLoader.load(path, files), "x")).isEqualTo("two");
        var all = new ModSettings(environment, List.of(one), List.of("x=first", "x=last"), VariablePrompt.NOBODY);
        assertThat(value(ModLoader.load(path, all), "x")).isEqualTo("last");
    }

    @Test
    void textIsReadAsTheTypeSays() throws IOException {
        Folder folder = mod("""
                variable "text" { type = string }
                variable "number" { type = number }
                variable "bool" { type = bool }
                variable "list" { type = list(string) }
                variable "set" { type = set(number) }
                variable "map" { type = map(bool) }
                variable "any" { type = any }
                variable "object" {
                  type = object({
                    name = string
                    port = number
                  })
                }
                variable "tuple" { type = tuple([string, number]) }
                variable "connection" { type = connection.steampipe }
                variable "untyped" { default = ["a"] }
                """);
        Mod mod = folder.load(
                "text=[not a list]",
                "number=90",
                "bool=true",
                "list=[\"a\", \"b\"]",
                "set=[2, 1, 2]",
                "map={a = true}",
                "any=[1, \"x\"]",
                "object={name = \"n\", port = \"80\", more = 1}",
                "tuple=[\"a\", 1]",
                "connection=connection.steampipe.default",
                "untyped=[\"x\", \"y\"]");
        assertThat(mod.problems()).isEmpty();
        assertThat(value(mod, "text")).isEqualTo("[not a list]");
        assertThat(value(mod, "number")).isEqualTo(90L);
        assertThat(value(mod, "bool")).isEqualTo(true);
        assertThat(value(mod, "list")).isEqualTo(List.of("a", "b"));
        assertThat(value(mod, "set")).isEqualTo(List.of(1L, 2L));
        assertThat(value(mod, "map")).hasToString("{\"a\": true}");
        assertThat(value(mod, "any")).hasToString("[1, \"x\"]");
        assertThat(value(mod, "object")).hasToString("{\"name\": \"n\", \"port\": 80}");
        assertThat(value(mod, "tuple")).hasToString("[\"a\", 1]");
        assertThat(value(mod, "connection")).isEqualTo("connection.steampipe.default");
        assertThat(value(mod, "untyped")).isEqualTo(List.of("x", "y"));
        assertThat(mod.variable("var.object").type()).startsWith("object(");
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        Folder folder = mod("""
                variable "number" {
                  type    = number
                  default = "ten"
                }
                variable "size" {
                  type    = string
                  default = "m"
                  enum    = ["s", "m"]
                }
                variable "typo" { type = sting }
                control "c" { sql = "select ${var.number}" }
                """);
        assertThat(folder.load().problems())
                .containsExactlyInAnyOrder(
                        "mod.pp:4:13: the default of the variable doesn't fit its type: a number is needed, not \"ten\"",
                        "mod.pp:11:26: there is no type sting; did you mean \"string\"?");
        assertThat(folder.load().control("c").fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("mod.pp:4:13"));
        assertThatThrownBy(() -> folder.load("size=l"))
                .isInstanceOf(EngineException.class)
                .hasMessage("--var size: the value \"l\" of the variable size must be one of \"s\", \"m\"");
        assertThatThrownBy(() -> folder.load("number=x")).hasMessageContaining("--var number");
        assertThatThrownBy(() -> folder.load("sise=s"))
                .hasMessage("--var sise: there is no variable sise; did you mean \"size\"?");
        assertThatThrownBy(() -> folder.load("size")).hasMessageContaining("needs name=value");
        folder.with("powerpipe.ppvars", "size = \"xl\"\nnumber = true\na = 1\nb = 2\nc = 3\nd = 4");
        Mod mod = folder.load();
        String file = path.resolve("powerpipe.ppvars").toString();
        assertThat(mod.problems())
                .contains(
                        file + ":1:8: the value \"xl\" of the variable size must be one of \"s\", \"m\"",
                        file + ":2:10: the variable number can't have this value: a number is needed, not a bool");
        assertThat(mod.warnings())
                .containsExactly(
                        file + ":3:5: there is no variable a",
                        file + ":4:5: there is no variable b",
                        "2 more values are for variables that there are not");
    }

    @Test
    void whatIsMissingIsAskedForOrReported() throws IOException {
        Folder folder = mod("""
                variable "region" {
                  type        = string
                  description = "Which one."
                }
                control "c" { sql = "select '${var.region}'" }
                control "sound" { sql = "select 1" }
                """);
        String problem = "mod.pp:2:1: the variable region has no value; set it with --var region=<value>, "
                + "with PP_VAR_region, or in powerpipe.ppvars";
        Mod mod = folder.load();
        assertThat(mod.problems()).containsExactly(problem);
        assertThat(mod.control("c").fault()).contains(problem);
        assertThat(mod.control("sound").fault()).isEmpty();
        VariablePrompt prompt = (name, description, secret) -> Optional.of(name + " " + description + secret);
        Mod asked = ModLoader.load(path, new ModSettings(Map.of(), List.of(), List.of(), prompt));
        assertThat(asked.control("c").query().sql()).isEqualTo("select 'region Which one.false'");
    }

    @Test
    void secretsAreNeverShown() throws IOException {
        Folder folder = mod("""
                variable "token" {
                  type      = number
                  sensitive = true
                  enum      = [1, 2]
                  default   = 1
                }
                """);
        Variable token = folder.load("token=2").variable("token");
        assertThat(token.shown(token.value())).isEqualTo("(sensitive)");
        assertThatThrownBy(() -> folder.load("token=hunter2"))
                .hasMessageContaining("--var token")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> folder.load("token=77")).hasMessageNotContaining("77");
    }
}
