package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodySchemaTest {
    private static final BodySchema SCHEMA = BodySchema.builder()
            .block(
                    "query",
                    1,
                    BodySchema.builder()
                            .required("sql")
                            .attributes("title", "tags")
                            .block(
                                    "param",
                                    1,
                                    BodySchema.builder().attributes("default").build())
                            .build())
            .build();

    private static List<String> problems(String text) {
        Body body = Parser.parse("a.pp", text).orThrow();
        Span span = body.blocks().get(0).header();
        return SCHEMA.check(body, span).stream().map(Diagnostic::message).toList();
    }

    @Test
    void aBodyThatFitsHasNoProblems() {
        assertThat(problems("query \"q\" {\n  sql = 1\n  param \"p\" {\n    default = 1\n  }\n}\n"))
                .isEmpty();
    }

    @Test
    void saysWhatIsUnknownMissingOrMistakenForTheOther() {
        assertThat(problems("""
                query {
                  titel = "T"
                  param = 1
                  tags {
                  }
                  parm "p" {
                  }
                }
                control "c" {
                }
                """))
                .containsExactlyInAnyOrder(
                        "a.pp:1:1: a block query has 1 label, not 0",
                        "a.pp:1:1: the attribute sql is missing",
                        "a.pp:2:3: there is no attribute titel here; did you mean \"title\"?",
                        "a.pp:3:3: there is no attribute param here; write it as a block, without \"=\"",
                        "a.pp:4:3: there is no block tags here; write it as an attribute, with \"=\"",
                        "a.pp:6:3: there is no block parm here; did you mean \"param\"?",
                        "a.pp:9:1: there is no block control here");
    }
}
