package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that write values in a given form. */
final class FormatFunctions {
    private FormatFunctions() {}

    static Map<String, HclFunction> all() {
        return Map.of(
                "format",
                        HclFunction.of(Primitive.STRING, FormatFunctions::format, text("format"))
                                .andMore(any("arguments").orAnything()),
                "formatlist",
                        HclFunction.of(HclType.listOf(Primitive.STRING), FormatFunctions::formatList, text("format"))
                                .andMore(any("arguments").orAnything()));
    }

    private static HclValue format(List<HclValue> arguments) {
        List<HclValue> values = arguments.subList(1, arguments.size());
        return format(Arguments.string(arguments, 0), values);
    }

    private static HclValue format(String format, List<HclValue> values) {
        return Arguments.whollyKnown(values)
                ? new HclValue.Text(new Format(format).with(values))
                : new HclValue.Unknown(Primitive.STRING);
    }

    /** One text for each round: lists give one element to each, anything else stays the same. */
    private static HclValue formatList(List<HclValue> arguments) {
        String format = Arguments.string(arguments, 0);
        List<HclValue> values = arguments.subList(1, arguments.size());
        int rounds = -1;
        for (HclValue value : values) {
            Optional<List<HclValue>> elements = Arguments.elements(value);
            if (elements.isEmpty() && !value.isKnown()) {
                return new HclValue.Unknown(HclType.listOf(Primitive.STRING));
            }
            if (elements.isPresent()) {
                int size = elements.get().size();
                if (rounds >= 0 && rounds != size) {
                    throw new ValueException("the lists have different lengths: " + rounds + " and " + size);
                }
                rounds = size;
            }
        }
        List<HclValue> results = new ArrayList<>();
        for (int i = 0; i < (rounds < 0 ? 1 : rounds); i++) {
            int round = i;
            results.add(format(
                    format,
                    values.stream()
                            .map(value -> Arguments.elements(value)
                                    .map(list -> list.get(round))
                                    .orElse(value))
                            .toList()));
        }
        return HclValue.Sequence.list(Primitive.STRING, results);
    }
}
