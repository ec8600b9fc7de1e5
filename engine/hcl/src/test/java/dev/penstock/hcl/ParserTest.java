package dev.penstock.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.hcl.Body.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParserTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static List<String> messages(String text) {
        return Parser.parse("a.pp", text).diagnostics().stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static List<String> blocks(String text) {
        return Parser.parse("a.pp", text).value().blocks().stream()
                .map(block -> block.type() + block.labels())
                .toList();
    }

    @Test
    void everythingHasItsPlaceInTheFile() {
        Body body = Parser.parse("a.pp", """
                # a comment
                control "x" {
                  title = "T" // another
                  inner y { n = -1.50 }
                }
                """).orThrow();
        Block control = body.blocks().get(0);
        assertThat(control.position()).isEqualTo(new SourcePosition("a.pp", 2, 1));
        assertThat(control.header().text()).isEqualTo("control \"x\"");
        assertThat(control.span().lastLine()).isEqualTo(5);
        Body.Attribute title = control.body().attribute("title").orElseThrow();
        assertThat(title.position()).isEqualTo(new SourcePosition("a.pp", 3, 3));
        assertThat(title.value().position()).isEqualTo(new SourcePosition("a.pp", 3, 11));
        assertThat(title.span().text()).isEqualTo("title = \"T\"");
    }

    @Test
    void columnsCountCharactersNotHalvesOfThem() {
        assertThat(messages("a = \"😀\" x"))
                .containsExactly("a.pp:1:9: a new line is needed here, after the attribute a");
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertThat(messages("a = \"x")).containsExactly("a.pp:1:5: this text has no closing quote");
        assertThat(messages("a = \"x\nb = 1"))
                .containsExactly(
                        "a.pp:1:5: this text has no closing quote on its line; close it, write \\n for a line end, or use a heredoc");
        assertThat(messages("a = 1\na = 2"))
                .containsExactly("a.pp:2:1: the attribute a is set twice; it is also in line 1");
        assertThat(messages("control \"x\" {\n"))
                .containsExactly("a.pp:1:1: the block control of line 1 is not closed; a \"}\" is missing below");
        assertThat(messages("a = 1 b = 2"))
                .containsExactly("a.pp:1:7: a new line is needed here, after the attribute a");
        assertThat(messages("a = <<EOT\nx\n"))
                .containsExactly(
                        "a.pp:1:5: this heredoc has no end mark EOT; put EOT on a line of its own, with nothing behind it");
        assertThat(messages("a = \"\\q\"")).containsExactly("a.pp:1:6: \\q is no escape; write \\\\ for a backslash");
        assertThat(messages("/* x")).containsExactly("a.pp:1:1: this comment has no end");
        assertThat(messages("a = 'x'")).contains("a.pp:1:5: text stands in double quotes; use \"");
        assertThat(messages("a = \"%{ esle }\""))
                .containsExactly("a.pp:1:9: there is no directive esle; did you mean \"else\"?");
        assertThat(messages("a = [1 2]"))
                .containsExactly("a.pp:1:8: \"]\" is needed here, or a comma and the next element of the list");
    }

    @Test
    void showsTheLineAndACaret() {
        Diagnostic diagnostic =
                Parser.parse("a.pp", "\tb = [1 2]\n").diagnostics().get(0);
        assertThat(diagnostic.rendered().lines())
                .containsExactly(diagnostic.message(), "    \tb = [1 2]", "    \t       ^");
    }

    @Test
    void manyThingsCanBeWrongAtOnce() {
        String text = """
                a = [1 2]
                b = 1
                control "x" {
                  title = "T
                  sql = = 3
                  tags = {}
                }
                c = (
                control "y" {
                  sql = 1
                }
                """;
        Parsed<Body> parsed = Parser.parse("a.pp", text);
        assertThat(parsed.diagnostics())
                .extracting(diagnostic -> diagnostic.position().line())
                .contains(1, 4, 5, 9);
        assertThat(parsed.value().attributes()).containsOnlyKeys("b");
        assertThat(blocks(text)).containsExactly("control[x]", "control[y]");
        assertThat(parsed.value().blocks().get(0).body().attributes()).containsOnlyKeys("title", "tags");
        assertThatThrownBy(parsed::orThrow)
                .isInstanceOfSatisfying(
                        HclException.class, e -> assertThat(e.diagnostics()).isEqualTo(parsed.diagnostics()));
    }

    @Test
    void whatIsNotClosedHidesNothingBelow() {
        assertThat(blocks("a {\n  x = 1\n\nb \"l\" {\n}\nc {\n}\n")).containsExactly("b[l]", "c[]");
        assertThat(blocks("a {\n  x = <<EOT\n  text\n}\nb {\n}\n")).containsExactly("a[]", "b[]");
        assertThat(blocks("a {\n  x = \"text\n}\nb {\n}\n")).containsExactly("a[]", "b[]");
        assertThat(blocks("a {\n  x = [1,\n}\nb {\n}\n")).contains("b[]");
    }

    @Test
    void bytesThatAreNoUtf8AreSaidWithTheirPlace() {
        byte[] latin = "a = 1\nb = \"\u00fc\"\nc = 2\n".getBytes(StandardCharsets.ISO_8859_1);
        Parsed<Body> parsed = Parser.parse("a.pp", latin);
        assertThat(parsed.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a.pp:2:6: this is no UTF-8; save the file as UTF-8");
        assertThat(parsed.value().attributes()).containsKeys("a", "c");
    }

    @Test
    void readsAFolderAsOneBody() throws IOException {
        Files.createDirectories(folder.resolve("sub/.hidden"));
        Files.writeString(folder.resolve("b.pp"), "b {\n}\nx = 1\n");
        Files.writeString(folder.resolve("sub/a.pp"), "c {\n}\nx = 2\n");
        Files.writeString(folder.resolve("sub/a.txt"), "no HCL");
        Files.writeString(folder.resolve("sub/.hidden/a.pp"), "no HCL");
        Parsed<Body> parsed = Parser.parseFolder(folder, Set.of(".pp"));
        assertThat(parsed.value().blocks()).extracting(Block::type).containsExactly("b", "c");
        assertThat(parsed.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("sub/a.pp:3:1: the attribute x is set twice; it is also in b.pp:3:1");
    }

    @Test
    void readsOneExpression() {
        var scope = NamedScope.builder().build();
        assertThat(scope.evaluator()
                        .value(Parser.parseExpression("arg", "[1,\n2]").orThrow())
                        .kind())
                .isEqualTo("tuple");
        assertThat(Parser.parseExpression("arg", "1 2").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("arg:1:3: the end of the file is needed here, behind the expression");
    }
}
