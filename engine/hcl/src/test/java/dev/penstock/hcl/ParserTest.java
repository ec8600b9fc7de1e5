package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParserTest {
    @Test
    void readsBlocksWithLabelsQuotedOrNotAndAttributes() {
        Body body = Parser.parse("a.pp", """
                # a comment
                control "x" {
                  title = "T" // another
                  inner y { n = -1.50 }
                }
                locals { } /* and
                a third */
                """);
        assertThat(body.blocks()).extracting(Body.Block::type).containsExactly("control", "locals");
        Body.Block control = body.blocks().get(0);
        assertThat(control.labels()).containsExactly("x");
        assertThat(control.position()).isEqualTo(new SourcePosition("a.pp", 2, 1));
        assertThat(control.body().blocks().get(0).labels()).containsExactly("y");
    }

    @Test
    void readsWindowsLineEndsAndAByteOrderMark() {
        Body body = Parser.parse("a.pp", "\uFEFFa = 1\r\nb = <<EOT\r\nx\r\nEOT\r\n");
        assertThat(body.attributes().keySet()).containsExactly("a", "b");
        assertThat(((Expression.Literal) body.attribute("b").orElseThrow().value()).value())
                .isEqualTo(new HclValue.Text("x\n"));
    }

    @Test
    void saysWhereSomethingIsWrong() {
        for (var wrong : List.of(
                List.of("a = \"x", "a.pp:1:7: the file ends here, too early"),
                List.of("a = 1\na = 2", "a.pp:2:1: the attribute a is set twice"),
                List.of("control \"x\" {\n", "a.pp:2:1: \"}\" is needed here, to end the block control of line 1"),
                List.of("a = 1 b = 2", "a.pp:1:7: a new line is needed here"),
                List.of("a = <<EOT\nx\n", "a.pp:1:5: this heredoc has no end mark EOT"),
                List.of("a = <<EOT\n  ${x\nEOT", "a.pp:3:1: \"}\" is needed here, to end the interpolation"),
                List.of("a = 1 + 2", "a.pp:1:7: operators and indexes are not supported yet"),
                List.of(
                        "a = \"%{if x}y%{endif}\"",
                        "a.pp:1:6: template directives and trimming marks are not supported yet"),
                List.of("a = \"\\q\"", "a.pp:1:8: \\q is no escape"),
                List.of("/* x", "a.pp:1:1: this comment has no end"),
                List.of("= 1", "a.pp:1:1: a block or an attribute is needed here"))) {
            assertThatThrownBy(() -> Parser.parse("a.pp", wrong.get(0)))
                    .as(wrong.get(0))
                    .isInstanceOf(HclException.class)
                    .hasMessage(wrong.get(1));
        }
    }
}
