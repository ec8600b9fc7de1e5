package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Scope SCOPE = new Scope() {
        @Override
        public HclValue resolve(Expression.Traversal traversal) {
            return traversal.names().equals(List.of("local", "x"))
                    ? new HclValue.Text("value")
                    : new HclValue.Reference(traversal.names());
        }

        @Override
        public Map<String, Function> functions() {
            return Map.of("first", (arguments, position) -> arguments.get(0));
        }
    };

    private static HclValue value(String expression) {
        Body body = Parser.parse("t.pp", "a = " + expression + "\n");
        return new Evaluator(SCOPE).evaluate(body.attribute("a").orElseThrow().value());
    }

    private static HclValue text(String value) {
        return new HclValue.Text(value);
    }

    @Test
    void literals() {
        assertThat(value("true")).isEqualTo(new HclValue.Bool(true));
        assertThat(value("null")).isEqualTo(HclValue.Null.NULL);
        assertThat(value("-1.5e3")).isEqualTo(new HclValue.Num(new BigDecimal("-1.5e3")));
        assertThat(value("(\n1\n)")).isEqualTo(new HclValue.Num(BigDecimal.ONE));
        assertThat(value("\"a\\n\\t\\\"\\\\\\u00e9\\U0001F600\"")).isEqualTo(text("a\n\t\"\\é😀"));
    }

    @Test
    void templates() {
        assertThat(value("\"<${local.x}>\"")).isEqualTo(text("<value>"));
        assertThat(value("\"${first([1])}\"")).isInstanceOf(HclValue.Sequence.class);
        assertThat(value("\"$${x} %%{y} $ % {\"")).isEqualTo(text("${x} %{y} $ % {"));
        assertThat(value("\"${\"in ${1} side\"}!\"")).isEqualTo(text("in 1 side!"));
        assertThat(value("\"n=${1} b=${true}\"")).isEqualTo(text("n=1 b=true"));
    }

    @Test
    void heredocsLoseTheirSmallestIndentation() {
        assertThat(value("<<EOT\n  a\n b\n  EOT")).isEqualTo(text("  a\n b\n"));
        assertThat(value("<<-EOT\n    a\n\n      \"b\" ${local.x}\n  EOT")).isEqualTo(text("a\n\n  \"b\" value\n"));
        assertThat(value("<<EOT\nEOT")).isEqualTo(text(""));
    }

    @Test
    void listsAndObjects() {
        assertThat(value("[1, # one\n \"b\",\n]"))
                .isEqualTo(new HclValue.Sequence(List.of(new HclValue.Num(BigDecimal.ONE), text("b"))));
        var entries = new LinkedHashMap<String, HclValue>();
        entries.put("a", text("1"));
        entries.put("b c", text("value"));
        entries.put("value", HclValue.Null.NULL);
        assertThat(value("{ a = \"1\"\n \"b c\" : local.x, (local.x) = null }"))
                .isEqualTo(new HclValue.Dictionary(entries));
    }

    @Test
    void namesAreLeftToTheScope() {
        assertThat(value("query.some_name")).isEqualTo(new HclValue.Reference(List.of("query", "some_name")));
    }

    @Test
    void saysWhatHasNoValue() {
        assertThatThrownBy(() -> value("nope()")).hasMessage("t.pp:1:5: there is no function nope");
        assertThatThrownBy(() -> value("\"a${[]}\"")).hasMessage("t.pp:1:9: a string is needed here, not a list");
    }
}
