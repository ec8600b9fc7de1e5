package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The order of the elements of a set: scalars by value, null last, others by a text that spells them. */
final class SetOrder {
    private SetOrder() {}

    static List<HclValue> distinct(Collection<? extends HclValue> elements) {
        List<HclValue> distinct = new ArrayList<>(new LinkedHashSet<>(elements));
        distinct.sort(SetOrder::compare);
        return List.copyOf(distinct);
    }

    private static int compare(HclValue a, HclValue b) {
        if (a instanceof HclValue.Text left && b instanceof HclValue.Text right) {
            return KeyOrder.compare(left.value(), right.value());
        }
        if (a instanceof HclValue.Num left && b instanceof HclValue.Num right) {
            return left.value().compareTo(right.value());
        }
        if (a instanceof HclValue.Bool left && b instanceof HclValue.Bool right) {
            return Boolean.compare(left.value(), right.value());
        }
        int absence = Integer.compare(absence(a), absence(b));
        return absence != 0 ? absence : KeyOrder.compare(spelled(a), spelled(b));
    }

    private static int absence(HclValue value) {
        return value.isNull() ? 1 : value.isKnown() ? 0 : 2;
    }

    private static String spelled(HclValue value) {
        var text = new StringBuilder();
        spell(value, text);
        return text.toString();
    }

    private static void spell(HclValue value, StringBuilder text) {
        if (value instanceof HclValue.Text word) {
            text.append('"').append(word.value()).append('"');
        } else if (value instanceof HclValue.Num number) {
            text.append(number.text());
        } else if (value instanceof HclValue.Bool bool) {
            text.append(bool.value() ? 'T' : 'F');
        } else if (value instanceof HclValue.Sequence sequence) {
            text.append(sequence.isTuple() ? '<' : '[');
            sequence.elements().forEach(element -> {
                spell(element, text);
                text.append(';');
            });
            text.append(sequence.isTuple() ? '>' : ']');
        } else if (value instanceof HclValue.Dictionary dictionary) {
            text.append(dictionary.isObject() ? '<' : '{');
            dictionary.entries().forEach((key, element) -> {
                text.append(dictionary.isObject() ? "" : key + ":");
                spell(element, text);
                text.append(';');
            });
            text.append(dictionary.isObject() ? '>' : '}');
        } else {
            text.append(value.isNull() ? '~' : '?');
        }
    }
}
