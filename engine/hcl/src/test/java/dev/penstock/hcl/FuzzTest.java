package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken and shuffled inputs. {@code -Dhcl.fuzz.rounds=1000000} makes it longer, {@code -Dhcl.fuzz.seed=7} another one. */
class FuzzTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "${",
            "%{",
            "}",
            "{",
            "[",
            "]",
            "(",
            ")",
            "<<EOT\n",
            "<<-EOT\n",
            "EOT\n",
            "\n",
            "~",
            "=",
            ".",
            ",",
            ":",
            "?",
            "*",
            "...",
            "for ",
            "in ",
            "if ",
            "else",
            "endif",
            "endfor",
            "x",
            "1",
            "0.1",
            "null",
            "\\",
            "\\u00e9",
            "$${",
            "%%{",
            "#",
            "/*",
            "*/",
            "//",
            "\r",
            "\t",
            "=>",
            "&&",
            "==",
            "-",
            "!",
            "names",
            "map",
            "unknown",
            "upper(",
            "format(\"%5.2q\", ",
            "regex(\"(a|b)*\", ",
            "try(",
            "[*]",
            ".*",
            "e\u0301",
            "\uD83D",
            "\uFEFF",
            "\0");

    private static String mutated(String text, Random random) {
        var result = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(result.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> result.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> result.delete(at, Math.min(result.length(), at + 1 + random.nextInt(5)));
                case 2 -> {
                    int from = random.nextInt(result.length() + 1);
                    int to = Math.min(result.length(), from + random.nextInt(20));
                    result.insert(at, result.substring(from, to));
                }
                default -> result.setLength(at);
            }
        }
        return result.toString();
    }

    private static String composed(Random random) {
        var result = new StringBuilder("v = ");
        int pieces = 1 + random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            result.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return result.append('\n').toString();
    }

    @Test
    void nothingIsThrownButWhatTheModuleSays() {
        var random = new Random(Long.getLong("hcl.fuzz.seed", 42L));
        int rounds = Integer.getInteger("hcl.fuzz.rounds", 20_000);
        List<String> seeds = new ArrayList<>();
        Fixture.all().forEach(fixture -> seeds.add(fixture.input()));
        NamedScope scope = Fixture.scope();
        for (int i = 0; i < rounds; i++) {
            String input = random.nextInt(4) == 0
                    ? composed(random)
                    : mutated(seeds.get(random.nextInt(seeds.size())), random);
            assertThatCode(() -> evaluateAll(input, scope)).as(input).doesNotThrowAnyException();
        }
    }

    private static void evaluateAll(String input, NamedScope scope) {
        Parsed<Body> parsed = Parser.parse("fuzz.hcl", input);
        parsed.diagnostics().forEach(Diagnostic::rendered);
        Rendered.of(parsed.value(), scope.evaluator());
        Parser.parseTemplate("fuzz.tpl", input).diagnostics().forEach(Diagnostic::rendered);
        Parser.parseExpression("fuzz", input).diagnostics().forEach(Diagnostic::rendered);
    }
}
