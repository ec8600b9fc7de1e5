package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.hcl.function.FileAccess;
import dev.penstock.hcl.function.StandardFunctions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final int DEEP = 100_000;

    /** What is wrong with a file whose attributes can refer to one another. */
    static List<String> problems(String text) {
        Parsed<Body> parsed = Parser.parse("a.pp", text);
        List<Diagnostic> found = new ArrayList<>(parsed.diagnostics());
        NamedScope scope = NamedScope.builder()
                .lazy("local", parsed.value().attributes())
                .functions(StandardFunctions.of(FileAccess.none(), Clock.systemUTC(), Map.of()))
                .build();
        parsed.value()
                .attributes()
                .values()
                .forEach(attribute -> found.addAll(
                        scope.evaluator().evaluate(attribute.value()).diagnostics()));
        return found.stream().map(Diagnostic::message).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {"( )", "[ ]", "{a= }", "- ``", "! ``", "f( )", "true?1: ``", "1+( )", "`[for x in [1]: ` ]", "x[ ]"
            })
    void nestingIsBounded(String open, String close) {
        assertThat(problems("v = " + open.repeat(DEEP) + "1" + close.repeat(DEEP) + "\n"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("nested deeper than 200 levels"));
        assertThat(problems("v = " + open.repeat(DEEP) + "\n")).isNotEmpty();
    }

    @Test
    void nestingOfTextsAndBlocksIsBounded() {
        assertThat(problems("v = " + "\"${".repeat(DEEP) + "1" + "}\"".repeat(DEEP))
                        .get(0))
                .contains("nest deeper than 1000 levels");
        assertThat(problems("v = \"" + "%{if true}".repeat(DEEP) + "%{endif}".repeat(DEEP) + "\"\n"))
                .hasSize(1)
                .allSatisfy(message -> assertThat(message).contains("nested deeper"));
        assertThat(problems("b {\n".repeat(DEEP) + "}\n".repeat(DEEP)))
                .containsExactly("a.pp:201:4: blocks are nested deeper than anybody would write them");
        assertThat(problems("b {\n".repeat(DEEP))).isNotEmpty();
        assertThat(problems("v = " + "<<A\n${".repeat(DEEP))).isNotEmpty();
    }

    @Test
    void longChainsAreNoNesting() {
        assertThat(problems("v = [1]" + "[*]".repeat(DEEP)).get(0)).contains("nested deeper than 200 levels");
        assertThat(problems("v = 1" + " + 1".repeat(DEEP))).isEmpty();
        assertThat(problems("v = true" + " && true".repeat(DEEP))).isEmpty();
        assertThat(problems("v = {}" + ".a".repeat(DEEP))).containsExactly("a.pp:1:7: there is no attribute \"a\"");
    }

    @Test
    void fitsTheStackOfASmallThread() throws InterruptedException {
        List<String> found = new ArrayList<>();
        String nested = "v = " + "[{a = \"${upper(".repeat(40) + "1" + ")}\"}]".repeat(40) + "\n";
        var chain = new StringBuilder("l0 = [1]\n");
        for (int i = 1; i < 150; i++) {
            chain.insert(0, "l" + i + " = [for x in [1] : true ? local.l" + (i - 1) + " : null]\n");
        }
        var thread = new Thread(
                null,
                () -> {
                    found.addAll(problems(nested));
                    found.addAll(problems(chain.toString()));
                },
                "small",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message).containsAnyOf("in a row", "deeper than", "string is needed"));
    }

    @Test
    void localsThatDependOnThemselvesAreNamed() {
        assertThat(problems("a = local.b\nb = \"${local.c}\"\nc = [local.a]\n"))
                .contains("a.pp:2:1: local.b depends on itself: local.b -> local.c -> local.a -> local.b");
        assertThat(problems("a = local.a")).containsExactly("a.pp:1:1: local.a depends on itself: local.a -> local.a");
    }

    @Test
    void whatGrowsWithoutEndIsStopped() {
        var texts = new StringBuilder("l0 = \"x\"\n");
        var lists = new StringBuilder("l0 = [1]\n");
        for (int i = 1; i < 60; i++) {
            texts.append("l%d = \"${local.l%d}${local.l%d}\"%n".formatted(i, i - 1, i - 1));
            lists.append("l%d = [local.l%d, local.l%d]%n".formatted(i, i - 1, i - 1));
        }
        assertThat(problems(texts.toString()))
                .hasSize(1)
                .allSatisfy(m -> assertThat(m).contains("characters"));
        assertThat(problems(lists.toString()))
                .hasSize(1)
                .allSatisfy(m -> assertThat(m).contains("parts"));
        String loops = "%{for a in range(1000)}".repeat(4) + "%{endfor}".repeat(4);
        assertThat(problems("v = \"" + loops + "\""))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m).contains("steps"));
        assertThat(problems("v = 1e999999999")).containsExactly("a.pp:1:5: 1e999999999 is no number");
        assertThat(problems("v = regex(\"a*a*a*a*c\", \"" + "a".repeat(3_000) + "\")")
                        .get(0))
                .contains("too long");
        assertThat(problems("v = regex(\"(a|b)*\", \"" + "ab".repeat(50_000) + "\")")
                        .get(0))
                .contains("too deep");
        assertThat(problems("v = jsondecode(\"" + "[".repeat(DEEP) + "\")").get(0))
                .contains("400 levels");
        assertThat(problems("v = replace(\"" + "a".repeat(10_000) + "\", \"a\", \"" + "b".repeat(100_000) + "\")")
                        .get(0))
                .contains("too long");
    }

    @Test
    void hugeFilesAreReadOrRefused() {
        assertThat(problems("b \"x\" {\n  a = \"${1 + 2} world\"\n}\n".repeat(100_000)))
                .isEmpty();
        assertThat(problems("v=<<A\n}\n".repeat(100_000))).hasSizeBetween(1, 100);
        assertThat(problems("v = \"\n".repeat(100_000))).hasSizeBetween(1, 100);
        assertThat(problems("x".repeat(64 * 1024 * 1024 + 1)))
                .containsExactly("a.pp:1:1: the file has more than 64 MB");
    }
}
