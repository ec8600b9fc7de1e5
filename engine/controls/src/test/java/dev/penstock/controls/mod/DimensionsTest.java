package dev.penstock.controls.mod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that users choose, put into SQL by templates: the way in which most compliance mods name dimensions. */
class DimensionsTest {
    private static final String MOD = """
            mod "m" {}
            variable "common" {
              type    = list(string)
              default = ["account_id", "region"]
            }
            variable "tags" {
              type    = list(string)
              default = []
            }
            locals {
              common_place_sql = <<-EOQ
              %{~ if contains(var.common, "region") }, __ALIAS__region%{ endif ~}
              %{~ if contains(var.common, "account_id") }, __ALIAS__account_id%{ endif ~}
              EOQ
              tags_place_sql = <<-EOQ
              %{~ for tag in var.tags }, __ALIAS__tags ->> '${tag}' as "${replace(tag, "\\"", "\\"\\"")}"%{ endfor ~}
              EOQ
              common_sql = replace(local.common_place_sql, "__ALIAS__", "")
              tags_sql   = replace(local.tags_place_sql, "__ALIAS__", "u.")
            }
            query "q" {
              sql = <<-EOQ
                select
                  arn as resource
                  ${local.tags_sql}
                  ${replace(local.common_place_sql, "__ALIAS__", "u.")}
                from
                  aws_iam_user as u;
              EOQ
            }
            control "c" { query = query.q }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path path;

    private String sql(String... variables) throws IOException {
        Mod mod = new Folder(path).with("mod.pp", MOD).load(variables);
        assertThat(mod.problems()).isEmpty();
        return mod.control("c").query().sql();
    }

    @Test
    void defaultsAreOnePieceWithoutALineBreak() throws IOException {
        assertThat(sql()).contains("\n  \n  , u.region, u.account_id\nfrom");
    }

    @Test
    void emptyListsAreEmptyText() throws IOException {
        assertThat(sql("common=[]")).isEqualTo("select\n  arn as resource\n  \n  \nfrom\n  aws_iam_user as u;\n");
    }

    @Test
    void oddNamesAreQuoted() throws IOException {
        assertThat(sql("common=[\"account_id\", \"nonsense\"]", "tags=[\"Cost \\\"Center\\\"\", \"$${x}\", \"é\"]"))
                .contains("  , u.tags ->> 'Cost \"Center\"' as \"Cost \"\"Center\"\"\", "
                        + "u.tags ->> '${x}' as \"${x}\", u.tags ->> 'é' as \"é\"\n  , u.account_id\nfrom");
    }
}
