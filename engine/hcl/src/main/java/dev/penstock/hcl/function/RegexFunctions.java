package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Functions of regular expressions. */
final class RegexFunctions {
    private RegexFunctions() {}

    static Map<String, HclFunction> all() {
        return Map.of(
                "regex", HclFunction.of(Primitive.ANY, RegexFunctions::regex, text("pattern"), text("string")),
                "regexall",
                        HclFunction.of(
                                HclType.listOf(Primitive.ANY),
                                RegexFunctions::regexAll,
                                text("pattern"),
                                text("string")),
                "replace",
                        HclFunction.of(
                                Primitive.STRING,
                                RegexFunctions::replace,
                                text("string"),
                                text("search"),
                                text("replacement")));
    }

    private static HclValue regex(List<HclValue> arguments) {
        var regex = new Regex(string(arguments, 0));
        Matcher matcher = regex.matcher(string(arguments, 1));
        if (!Regex.find(matcher)) {
            throw new ValueException("the pattern matches no part of the text");
        }
        return match(regex, matcher);
    }

    private static HclValue regexAll(List<HclValue> arguments) {
        var regex = new Regex(string(arguments, 0));
        List<HclValue> matches = new ArrayList<>();
        regex.each(string(arguments, 1), match -> matches.add(match(regex, match)));
        HclType type = matches.isEmpty() ? Primitive.STRING : matches.get(0).type();
        return HclValue.Sequence.list(type, matches);
    }

    /** The whole match, or its groups if there are any: by name, or in their order. */
    private static HclValue match(Regex regex, Matcher matcher) {
        if (regex.groups().isEmpty()) {
            return new HclValue.Text(matcher.group());
        }
        List<HclValue> groups = new ArrayList<>();
        Map<String, HclValue> named = new LinkedHashMap<>();
        for (int i = 0; i < regex.groups().size(); i++) {
            String found = matcher.group(i + 1);
            HclValue value = found == null ? new HclValue.Null(Primitive.STRING) : new HclValue.Text(found);
            groups.add(value);
            named.put(regex.groups().get(i), value);
        }
        return regex.isNamed() ? HclValue.Dictionary.object(named) : HclValue.Sequence.tuple(groups);
    }

    /** A search between slashes is a regular expression. */
    private static HclValue replace(List<HclValue> arguments) {
        String text = string(arguments, 0);
        String search = string(arguments, 1);
        String with = string(arguments, 2);
        boolean regex = search.length() > 1 && search.startsWith("/") && search.endsWith("/");
        return new HclValue.Text(
                regex
                        ? new Regex(search.substring(1, search.length() - 1)).replaceAll(text, with)
                        : StringFunctions.replaced(text, search, with));
    }
}
