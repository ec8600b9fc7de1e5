package dev.penstock.hcl.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Evaluation;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the libraries of the reference lack, and what depends on the caller. */
class FunctionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void files() throws IOException {
        root = Files.createDirectories(folder.resolve("root/sub"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("a.txt"), "A");
        Files.writeString(root.resolve("t.tpl"), "%{ for n in names }(${upper(n)})%{ endfor }");
        Files.writeString(root.resolve("self.tpl"), "${templatefile(\"self.tpl\", {})}");
        Files.write(root.resolve("bytes.bin"), new byte[] {(byte) 0xFF, 0});
        Files.createDirectories(root.resolve("x/y"));
        Files.writeString(root.resolve("x/y/b.txt"), "B");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("up"), folder);
    }

    private String json(String expression) {
        Evaluation evaluation = evaluation(expression);
        return evaluation.isBroken()
                ? evaluation.diagnostics().stream()
                        .map(Diagnostic::message)
                        .toList()
                        .toString()
                : JsonText.of(evaluation.value());
    }

    private Evaluation evaluation(String expression) {
        try {
            var clock = Clock.fixed(Instant.parse("2026-03-07T14:05:09.5Z"), ZoneOffset.UTC);
            return NamedScope.builder()
                    .functions(StandardFunctions.of(FolderFiles.below(root), clock, Map.of("HOME_TOWN", "Ulm")))
                    .build()
                    .evaluator()
                    .evaluate(Parser.parseExpression("e", expression).orThrow());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "startswith(\"abc\", \"ab\") | true",
                "endswith(\"abc\", \"ab\") | false",
                "strcontains(\"abc\", \"b\") | true",
                "sum([1, \"2\", 0.5]) | 3.5",
                "one([]) | null",
                "one([1]) | 1",
                "alltrue([true, \"true\"]) | true",
                "alltrue([true, false]) | false",
                "alltrue([]) | true",
                "anytrue([]) | false",
                "anytrue([false, true]) | true",
                "index([\"a\", \"b\"], \"b\") | 1",
                "matchkeys([1, 2, 3], [\"a\", \"b\", \"a\"], [\"a\"]) | [1,3]",
                "transpose({x = [\"a\", \"b\"], y = [\"a\"]}) | {\"a\":[\"x\",\"y\"],\"b\":[\"x\"]}",
                "list(1, \"a\") | [\"1\",\"a\"]",
                "map(\"k\", 1, \"l\", 2) | {\"k\":1,\"l\":2}",
                "lookup({a = 1}, \"a\") | 1",
                "timestamp() | \"2026-03-07T14:05:09Z\"",
                "timecmp(\"2026-03-07T14:05:09Z\", \"2026-03-07T15:05:09+01:00\") | 0",
                "env(\"HOME_TOWN\") | \"Ulm\"",
                "env(\"NOT_SET\") | \"\"",
                "base64sha256(\"a\") | \"ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\"",
                "filesha256(\"a.txt\") | \"559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd\"",
                "textencodebase64(\"é\", \"UTF-16LE\") | \"6QA=\"",
                "textdecodebase64(\"6QA=\", \"UTF-16LE\") | \"é\"",
                "is_error({errors = [{error = {detail = \"lost\"}}]}) | true",
                "is_error({errors = []}) | false",
                "error_message({errors = [{error = {detail = \"lost\"}}]}) | \"lost\"",
                "sensitive([1]) | [1]",
                "fileexists(\"a.txt\") | true",
                "fileexists(\"x\") | false",
                "fileset(\".\", \"**/*.txt\") | [\"a.txt\",\"x/y/b.txt\"]",
                "file(\"x/../a.txt\") | \"A\"",
                "templatefile(\"t.tpl\", {names = [\"a\", \"b\"]}) | \"(A)(B)\""
            })
    void givesThis(String expression, String expected) {
        assertThat(json(expression)).isEqualTo(expected);
    }

    @Test
    void filesOutsideOfTheFolderAreRefused() {
        for (String name :
                new String[] {"../secret.txt", "link.txt", "up/secret.txt", "/etc/hostname", "x/../../secret.txt"}) {
            assertThat(json("file(\"" + name + "\")")).contains("is outside of the folder that may be read");
            assertThat(json("fileexists(\"" + name + "\")")).contains("outside of the folder");
        }
        assertThat(json("fileset(\"..\", \"*\")")).contains("outside of the folder");
        assertThat(json("file(\"bytes.bin\")")).contains("no text in UTF-8");
        assertThat(json("file(\"none.txt\")")).contains("there is no file \"none.txt\"");
        assertThat(json("templatefile(\"self.tpl\", {})")).contains("there is no function templatefile");
    }

    @Test
    void functionsThatAreNotThereAreSaidWithTheNearest() {
        assertThat(json("uper(\"a\")")).isEqualTo("[e:1:1: there is no function uper; did you mean \"upper\"?]");
        assertThat(json("upper(\"a\", 1)")).isEqualTo("[e:1:1: upper(string) takes 1 argument, not 2]");
        assertThat(json("substr(\"a\", \"x\", 1)")).contains("e:1:13: substr: offset: a number is needed");
    }

    @Test
    void divisionByZeroIsAnError() {
        assertThat(json("1 / 0")).isEqualTo("[e:1:1: division by zero]");
        assertThat(json("try(1 / 0, \"none\")")).isEqualTo("\"none\"");
    }
}
