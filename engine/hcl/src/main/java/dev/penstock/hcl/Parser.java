package dev.penstock.hcl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Text to a body, an expression or a template. Never throws because of what a text says. */
public final class Parser {
    /** A file above this size is no configuration: it is refused before it fills the memory. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private Parser() {}

    /**
     * Reads a file.
     *
     * @param file its name in messages
     */
    public static Parsed<Body> parse(String file, String text) {
        return sized(file, text.length(), () -> body(new Source(file, text), false));
    }

    /** Reads a file from its bytes, which must be UTF-8; otherwise as {@link #parse(String, String)}. */
    public static Parsed<Body> parse(String file, byte[] bytes) {
        return sized(file, bytes.length, () -> body(Source.of(file, bytes), false));
    }

    /** Reads a file of values for variables, whose names may have the name of a mod and a dot before them. */
    public static Parsed<Body> parseAssignments(String file, byte[] bytes) {
        return sized(file, bytes.length, () -> body(Source.of(file, bytes), true));
    }

    private static Parsed<Body> sized(String file, int size, Supplier<Parsed<Body>> read) {
        if (size > LARGEST) {
            var problem = "the file has more than " + LARGEST / (1024 * 1024) + " MB";
            return new Parsed<>(Body.empty(), List.of(new Diagnostic(problem, "", new SourcePosition(file, 1, 1), "")));
        }
        return read.get();
    }

    /**
     * Reads all files below a folder whose names have one of these endings, as one body, in the order of their paths.
     * Hidden folders and files are left out. Files are named by their path from the folder on.
     *
     * @throws IOException if the folder or a file can't be read
     */
    public static Parsed<Body> parseFolder(Path folder, Set<String> endings) throws IOException {
        Predicate<Path> wanted = path -> endings.stream().anyMatch(path.toString()::endsWith)
                && !hidden(folder.relativize(path))
                && Files.isRegularFile(path);
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(wanted).sorted().toList();
        }
        try {
            // A mod has hundreds of files that do not depend on each other, and a cold process has cores that wait.
            return Merging.merge(
                    files.parallelStream().map(file -> parse(folder, file)).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Parsed<Body> parse(Path folder, Path file) {
        try {
            return parse(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Reads a text that is one expression, such as the value of a variable on a command line. */
    public static Parsed<Expression> parseExpression(String file, String text) {
        var source = new Source(file, text);
        return alone(source, Lexer::ofFile, tokens -> {
            tokens.linesMatter(false);
            Expression expression = new ExpressionParser(tokens).expression();
            tokens.expect(TokenType.END, "behind the expression");
            return expression;
        });
    }

    /** Reads a text that is a template as a whole, as a template file is. */
    public static Parsed<Expression> parseTemplate(String file, String text) {
        return alone(
                new Source(file, text),
                Lexer::ofTemplate,
                tokens -> new ExpressionParser(tokens).templates().whole());
    }

    private static Parsed<Expression> alone(Source source, Lexing lexing, Function<TokenReader, Expression> reading) {
        var problems = new Problems(source);
        var tokens = new TokenReader(source, lexing.tokens(source, problems), problems);
        Expression expression = new Expression.Literal(HclValue.Unknown.ANY, source.span(0, source.length()));
        try {
            expression = reading.apply(tokens);
        } catch (SyntaxException e) {
            // The problem is in the list.
        }
        return new Parsed<>(expression, problems.found());
    }

    private static Parsed<Body> body(Source source, boolean dottedNames) {
        var problems = new Problems(source);
        List<Token> tokens = Lexer.ofFile(source, problems);
        List<Diagnostic> lexical = problems.found();
        var parser = new BodyParser(new TokenReader(source, tokens, problems), false, dottedNames);
        Body body = parser.file();
        if (!parser.unclosed()) {
            return new Parsed<>(body, problems.found());
        }
        // A brace is missing somewhere: read again, taking what begins in the first column for the outermost blocks.
        var second = new Problems(source);
        lexical.forEach(second::add);
        body = new BodyParser(new TokenReader(source, tokens, second), true, dottedNames).file();
        return new Parsed<>(body, second.found());
    }

    /** A way to make tokens of a text. */
    private interface Lexing {
        List<Token> tokens(Source source, Problems problems);
    }
}
