package dev.penstock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mod of the size of large public ones, whose queries get columns from templates. */
final class MadeUpMod {
    private static final int FILES = 550;
    private static final int CONTROLS = 6;

    private MadeUpMod() {}

    /** The folder of it, new on disk. */
    static Path write() throws IOException {
        Path folder = Files.createTempDirectory("mod");
        Files.writeString(folder.resolve("mod.pp"), "mod \"made_up\" { title = \"Made up\" }\n");
        Files.writeString(folder.resolve("variables.pp"), """
                variable "columns" {
                  default = ["account", "region"]
                }
                locals {
                  common  = { service = "Made up" }
                  columns = <<-EOQ
                  %{~ if contains(var.columns, "account") }, account%{ endif ~}
                  %{~ if contains(var.columns, "region") }, region%{ endif ~}
                  EOQ
                }
                """);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("file" + i + ".pp"), file(i));
        }
        return folder;
    }

    private static String file(int number) {
        var text = new StringBuilder(
                "locals {\n  tags_%d = merge(local.common, { file = \"%d\" })\n}\n".formatted(number, number));
        for (int i = 0; i < CONTROLS; i++) {
            text.append("""
                    control "c_%1$d_%2$d" {
                      title       = "Control %2$d of file %1$d"
                      description = "%3$s"
                      query       = query.q_%1$d_%2$d
                      tags = merge(local.tags_%1$d, {
                        item = "%2$d"
                        type = "made up"
                      })
                    }
                    query "q_%1$d_%2$d" {
                      sql = <<-EOQ
                        select
                          name,
                          case when enabled then 'ok' else 'alarm' end as status
                          ${local.columns}
                          ${replace(local.columns, ", ", ", t.")}
                        from
                          thing_%1$d as t;
                      EOQ
                    }
                    """.formatted(number, i, "Things should be enabled. ".repeat(10)));
        }
        return text.toString();
    }
}
