package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;

/** Reads text in quotes and heredocs, with the expressions in them. */
final class TemplateParser {
    private final Source source;
    private final ExpressionParser expressions;

    TemplateParser(Source source, ExpressionParser expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    /** Text in double quotes. */
    Expression quoted() {
        SourcePosition position = source.position();
        source.next();
        var parts = new Parts(position);
        while (!source.take("\"")) {
            if (source.peek() == '\n') {
                throw source.problem("this text has no closing quote on its line");
            }
            if (source.peek() == '\\') {
                source.next();
                parts.literal.append(escaped());
            } else {
                piece(parts);
            }
        }
        return parts.expression();
    }

    private String escaped() {
        char c = source.next();
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            default -> throw source.problem("\\" + c + " is no escape");
        };
    }

    private String codePoint(int digits) {
        var hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(source.next());
        }
        try {
            return Character.toString(Integer.parseInt(hex.toString(), 16));
        } catch (IllegalArgumentException e) {
            throw source.problem("\\u needs " + digits + " hexadecimal digits");
        }
    }

    /**
     * A heredoc. Its lines are read one by one up to the end mark; with {@code <<-} the smallest indentation of the
     * lines that hold more than blanks is taken off every line.
     */
    Expression heredoc() {
        SourcePosition position = source.position();
        source.take("<<");
        boolean indented = source.take("-");
        if (!source.atIdentifier()) {
            throw source.problem("the end mark of the heredoc is needed here");
        }
        String mark = source.identifier();
        if (!source.line().isBlank()) {
            throw source.problem("the heredoc's text begins on the line after its mark");
        }
        List<String> lines = new ArrayList<>();
        while (true) {
            if (source.peek() == Source.END) {
                throw new HclException("this heredoc has no end mark " + mark, position);
            }
            if (source.ahead().strip().equals(mark)) {
                source.skip(false);
                source.identifier();
                break;
            }
            lines.add(source.line());
        }
        int cut = indented ? indentation(lines) : 0;
        var text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.substring(Math.min(cut, leading(line)))).append('\n'));
        return inside(text.toString(), position);
    }

    private static int indentation(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(TemplateParser::leading)
                .min()
                .orElse(0);
    }

    private static int leading(String line) {
        int blanks = 0;
        while (blanks < line.length() && (line.charAt(blanks) == ' ' || line.charAt(blanks) == '\t')) {
            blanks++;
        }
        return blanks;
    }

    private static Expression inside(String text, SourcePosition position) {
        var inner = new Source(position.file(), text);
        var parser = new TemplateParser(inner, new ExpressionParser(inner));
        var parts = new Parts(position);
        try {
            while (inner.peek() != Source.END) {
                parser.piece(parts);
            }
        } catch (HclException e) {
            SourcePosition at = e.position();
            throw new HclException(
                    e.problem(), new SourcePosition(at.file(), position.line() + at.line(), at.column()));
        }
        return parts.expression();
    }

    /** One character, or one marker with what it holds. */
    private void piece(Parts parts) {
        if (source.take("$${")) {
            parts.literal.append("${");
        } else if (source.take("%%{")) {
            parts.literal.append("%{");
        } else if (source.at("%{") || source.at("${~")) {
            throw source.problem("template directives and trimming marks are not supported yet");
        } else if (source.take("${")) {
            source.skip(true);
            parts.add(expressions.expression());
            source.skip(true);
            if (!source.take("}")) {
                throw source.problem("\"}\" is needed here, to end the interpolation");
            }
        } else {
            parts.literal.append(source.next());
        }
    }

    /** What was read so far. */
    private static final class Parts {
        private final SourcePosition position;
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();

        Parts(SourcePosition position) {
            this.position = position;
        }

        void add(Expression part) {
            flush();
            parts.add(part);
        }

        Expression expression() {
            if (parts.isEmpty()) {
                return new Expression.Literal(new HclValue.Text(literal.toString()), position);
            }
            flush();
            return new Expression.Template(parts, position);
        }

        private void flush() {
            if (!literal.isEmpty()) {
                parts.add(new Expression.Literal(new HclValue.Text(literal.toString()), position));
                literal.setLength(0);
            }
        }
    }
}
