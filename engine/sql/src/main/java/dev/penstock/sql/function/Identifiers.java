package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as SQL writes them: put in quotes where they need it, and taken apart at their dots. */
final class Identifiers {
    private static final Pattern PART = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_\\x{80}-\\x{10FFFF}][\\w$\\x{80}-\\x{10FFFF}]*))\\s*");

    private Identifiers() {}

    static List<FunctionDefinition> functions() {
        return List.of(
                function("quote_ident", "text->text", (a, c) -> quoted(String.valueOf(a[0]))),
                function("parse_ident", "text->text[]", (a, c) -> parts(String.valueOf(a[0]), true)),
                function(
                        "parse_ident",
                        "text,bool->text[]",
                        (a, c) -> parts(String.valueOf(a[0]), Boolean.TRUE.equals(a[1]))));
    }

    static String quoted(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*") && !Keywords.isReserved(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * The parts of a qualified name.
     *
     * @param strict whether nothing may follow the name
     */
    static List<String> parts(String name, boolean strict) {
        var parts = new ArrayList<String>();
        Matcher part = PART.matcher(name);
        int at = 0;
        while (true) {
            if (!part.region(at, name.length()).lookingAt()) {
                throw invalid(name);
            }
            String quoted = part.group(1);
            parts.add(quoted == null ? part.group(2).toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
            at = part.end();
            if (at == name.length() || name.charAt(at) != '.') {
                break;
            }
            at++;
        }
        if (strict && at < name.length()) {
            throw invalid(name);
        }
        return parts;
    }

    private static EngineException invalid(String name) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, "string is not a valid identifier: \"" + name + "\"");
    }
}
