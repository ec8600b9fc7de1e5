package dev.penstock.controls.filter;

import dev.penstock.controls.model.Control;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Tags that controls must have: {@code key=value}, one of those given for a key, or {@code key!=value}, none of them. */
public final class TagFilter implements Predicate<Control> {
    private final Map<String, Set<String>> wanted = new TreeMap<>();
    private final Map<String, Set<String>> unwanted = new TreeMap<>();

    private TagFilter() {}

    /**
     * What these items ask for together.
     *
     * @throws EngineException with code INVALID_PARAMETER if one is malformed
     */
    public static TagFilter of(List<String> items) {
        var filter = new TagFilter();
        items.forEach(filter::add);
        return filter;
    }

    private void add(String item) {
        int equals = item.indexOf('=');
        boolean not = equals > 0 && item.charAt(equals - 1) == '!';
        String key =
                equals < 0 ? "" : item.substring(0, not ? equals - 1 : equals).strip();
        if (key.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--tag takes key=value or key!=value, not \"" + item + "\"");
        }
        (not ? unwanted : wanted)
                .computeIfAbsent(key, name -> new HashSet<>())
                .add(item.substring(equals + 1).strip());
    }

    /** A control without a tag has none of its values. */
    @Override
    public boolean test(Control control) {
        Map<String, String> tags = control.tags();
        return wanted.entrySet().stream().allMatch(tag -> has(tags, tag.getKey(), tag.getValue()))
                && unwanted.entrySet().stream().noneMatch(tag -> has(tags, tag.getKey(), tag.getValue()));
    }

    private static boolean has(Map<String, String> tags, String key, Set<String> values) {
        String value = tags.get(key);
        return value != null && values.contains(value);
    }
}
