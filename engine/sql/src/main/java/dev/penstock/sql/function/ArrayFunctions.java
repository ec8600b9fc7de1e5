package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions and operators of arrays (chapter 9.19). */
public final class ArrayFunctions {
    private ArrayFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("||", "anycompatiblearray,anycompatiblearray->anycompatiblearray", (a, c) -> cat(a))
                        .calledOnNull(),
                function("||", "anycompatiblearray,anycompatible->anycompatiblearray", (a, c) -> append(a[0], a[1]))
                        .calledOnNull(),
                function("||", "anycompatible,anycompatiblearray->anycompatiblearray", (a, c) -> prepend(a[0], a[1]))
                        .calledOnNull(),
                function("@>", "anyarray,anyarray->bool", (a, c) -> contains(list(a, 0), list(a, 1))),
                function("<@", "anyarray,anyarray->bool", (a, c) -> contains(list(a, 1), list(a, 0))),
                function("&&", "anyarray,anyarray->bool", (a, c) -> overlaps(list(a, 0), list(a, 1))));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function(
                                "array_append",
                                "anycompatiblearray,anycompatible->anycompatiblearray",
                                (a, c) -> append(a[0], a[1]))
                        .calledOnNull(),
                function(
                                "array_prepend",
                                "anycompatible,anycompatiblearray->anycompatiblearray",
                                (a, c) -> prepend(a[0], a[1]))
                        .calledOnNull(),
                function("array_cat", "anycompatiblearray,anycompatiblearray->anycompatiblearray", (a, c) -> cat(a))
                        .calledOnNull(),
                function("cardinality", "anyarray->int4", (a, c) ->
                        (long) flat(list(a, 0)).size()),
                function("array_length", "anyarray,int4->int4", (a, c) -> length(list(a, 0), number(a, 1))),
                function("array_upper", "anyarray,int4->int4", (a, c) -> length(list(a, 0), number(a, 1))),
                function(
                        "array_lower",
                        "anyarray,int4->int4",
                        (a, c) -> length(list(a, 0), number(a, 1)) == null ? null : 1L),
                function(
                        "array_ndims",
                        "anyarray->int4",
                        (a, c) -> dimensions(list(a, 0)) == 0 ? null : (long) dimensions(list(a, 0))),
                function("array_dims", "anyarray->text", (a, c) -> bounds(list(a, 0))),
                function("array_position", "anycompatiblearray,anycompatible->int4", (a, c) -> position(a[0], a[1], 1))
                        .calledOnNull(),
                function(
                                "array_position",
                                "anycompatiblearray,anycompatible,int4->int4",
                                (a, c) -> position(a[0], a[1], number(a, 2)))
                        .calledOnNull(),
                function("array_positions", "anycompatiblearray,anycompatible->int4[]", (a, c) -> positions(a[0], a[1]))
                        .calledOnNull(),
                function(
                                "array_remove",
                                "anycompatiblearray,anycompatible->anycompatiblearray",
                                (a, c) -> replaced(a[0], a[1], true, null))
                        .calledOnNull(),
                function(
                                "array_replace",
                                "anycompatiblearray,anycompatible,anycompatible->anycompatiblearray",
                                (a, c) -> replaced(a[0], a[1], false, a[2]))
                        .calledOnNull(),
                function("trim_array", "anyarray,int4->anyarray", (a, c) -> trimmed(list(a, 0), number(a, 1))),
                function("array_fill", "anyelement,int4[]->anyarray", (a, c) -> filled(a[0], list(a, 1), 0))
                        .calledOnNull(),
                function("string_to_array", "text,text->text[]", (a, c) -> parts(a))
                        .calledOnNull(),
                function("string_to_array", "text,text,text->text[]", (a, c) -> parts(a))
                        .calledOnNull(),
                typed("array_to_string", "anyarray,text->text", types -> (a, c) -> joined(a, types.get(0), c)),
                typed("array_to_string", "anyarray,text,text->text", types -> (a, c) -> joined(a, types.get(0), c))
                        .calledOnNull());
    }

    /** The set functions. */
    public static List<SetFunctionDefinition> setFunctions() {
        return List.of(
                SetFunctionDefinition.of(
                        "unnest",
                        "anyarray->anyelement",
                        (a, c) -> flat(list(a, 0)).stream()
                                .<@Nullable Object[]>map(element -> new @Nullable Object[] {element})
                                .iterator()),
                SetFunctionDefinition.of(
                        "string_to_table",
                        "text,text->text",
                        (a, c) -> Objects.requireNonNull(parts(a)).stream()
                                .<@Nullable Object[]>map(element -> new @Nullable Object[] {element})
                                .iterator()),
                SetFunctionDefinition.of("generate_subscripts", "anyarray,int4->int4", (a, c) -> {
                    Long length = length(list(a, 0), number(a, 1));
                    return java.util.stream.LongStream.rangeClosed(1, length == null ? 0 : length)
                            .<@Nullable Object[]>mapToObj(place -> new @Nullable Object[] {place})
                            .iterator();
                }));
    }

    private static List<?> list(@Nullable Object[] arguments, int index) {
        return (List<?>) Objects.requireNonNull(arguments[index]);
    }

    private static int number(@Nullable Object[] arguments, int index) {
        return arguments[index] == null ? 1 : Numbers.number(arguments, index).intValue();
    }

    /** The elements of all dimensions in a row. */
    static List<@Nullable Object> flat(List<?> list) {
        var flat = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            if (element instanceof List<?> inner) {
                flat.addAll(flat(inner));
            } else {
                flat.add(element);
            }
        }
        return flat;
    }

    private static int dimensions(List<?> list) {
        if (list.isEmpty()) {
            return 0;
        }
        return list.get(0) instanceof List<?> inner ? 1 + dimensions(inner) : 1;
    }

    private static @Nullable Long length(List<?> list, int dimension) {
        if (dimension < 1 || list.isEmpty()) {
            return null;
        }
        if (dimension == 1) {
            return (long) list.size();
        }
        return list.get(0) instanceof List<?> inner ? length(inner, dimension - 1) : null;
    }

    private static @Nullable String bounds(List<?> list) {
        if (list.isEmpty()) {
            return null;
        }
        String inner = list.get(0) instanceof List<?> nested ? bounds(nested) : "";
        return "[1:" + list.size() + "]" + inner;
    }

    private static List<@Nullable Object> append(@Nullable Object array, @Nullable Object element) {
        var all = new ArrayList<@Nullable Object>();
        if (array instanceof List<?> list) {
            requireFlat(list);
            all.addAll(list);
        }
        all.add(element);
        return Collections.unmodifiableList(all);
    }

    private static List<@Nullable Object> prepend(@Nullable Object element, @Nullable Object array) {
        var all = new ArrayList<@Nullable Object>();
        all.add(element);
        if (array instanceof List<?> list) {
            requireFlat(list);
            all.addAll(list);
        }
        return Collections.unmodifiableList(all);
    }

    private static void requireFlat(List<?> list) {
        if (dimensions(list) > 1) {
            throw new EngineException(ErrorCode.DATA_EXCEPTION, "argument must be empty or one-dimensional array");
        }
    }

    private static @Nullable Object cat(@Nullable Object[] arguments) {
        if (!(arguments[0] instanceof List<?> left) || (arguments[1] instanceof List<?> none && none.isEmpty())) {
            return arguments[0] == null ? arguments[1] : arguments[0];
        }
        if (!(arguments[1] instanceof List<?> right) || left.isEmpty()) {
            return arguments[1] == null ? left : arguments[1];
        }
        int difference = dimensions(left) - dimensions(right);
        if (Math.abs(difference) > 1) {
            throw new EngineException(ErrorCode.ARRAY_SUBSCRIPT, "cannot concatenate incompatible arrays");
        }
        var all = new ArrayList<@Nullable Object>();
        if (difference < 0) {
            all.add(left);
        } else {
            all.addAll(left);
        }
        if (difference > 0) {
            all.add(right);
        } else {
            all.addAll(right);
        }
        return Collections.unmodifiableList(all);
    }

    private static boolean contains(List<?> array, List<?> wanted) {
        List<@Nullable Object> elements = flat(array);
        return flat(wanted).stream()
                .allMatch(
                        element -> element != null && elements.stream().anyMatch(other -> Values.same(element, other)));
    }

    private static boolean overlaps(List<?> left, List<?> right) {
        List<@Nullable Object> elements = flat(left);
        return flat(right).stream()
                .anyMatch(
                        element -> element != null && elements.stream().anyMatch(other -> Values.same(element, other)));
    }

    private static @Nullable Object position(@Nullable Object array, @Nullable Object wanted, int start) {
        if (!(array instanceof List<?> list)) {
            return null;
        }
        requireSearchable(list);
        for (int i = Math.max(0, start - 1); i < list.size(); i++) {
            if (Values.same(list.get(i), wanted)) {
                return i + 1L;
            }
        }
        return null;
    }

    private static void requireSearchable(List<?> list) {
        if (dimensions(list) > 1) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED, "searching for elements in multidimensional arrays is not supported");
        }
    }

    private static @Nullable Object positions(@Nullable Object array, @Nullable Object wanted) {
        if (!(array instanceof List<?> list)) {
            return null;
        }
        requireSearchable(list);
        var found = new ArrayList<Long>();
        for (int i = 0; i < list.size(); i++) {
            if (Values.same(list.get(i), wanted)) {
                found.add(i + 1L);
            }
        }
        return found;
    }

    private static @Nullable Object replaced(
            @Nullable Object array, @Nullable Object wanted, boolean remove, @Nullable Object replacement) {
        if (!(array instanceof List<?> list)) {
            return null;
        }
        if (remove && dimensions(list) > 1) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED, "removing elements from multidimensional arrays is not supported");
        }
        var all = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            if (element instanceof List<?>) {
                all.add(replaced(element, wanted, false, replacement));
            } else if (!Values.same(element, wanted)) {
                all.add(element);
            } else if (!remove) {
                all.add(replacement);
            }
        }
        return Collections.unmodifiableList(all);
    }

    private static Object trimmed(List<?> list, int count) {
        if (count < 0 || count > list.size()) {
            throw new EngineException(
                    ErrorCode.ARRAY_ELEMENT, "number of elements to trim must be between 0 and " + list.size());
        }
        return list.subList(0, list.size() - count);
    }

    private static Object filled(@Nullable Object element, List<?> sizes, int dimension) {
        int size = ((Long) Objects.requireNonNull(sizes.get(dimension))).intValue();
        Object inner = dimension + 1 < sizes.size() ? filled(element, sizes, dimension + 1) : element;
        return Collections.nCopies(size, inner);
    }

    private static @Nullable List<@Nullable Object> parts(@Nullable Object[] arguments) {
        Object text = arguments[0];
        if (text == null) {
            return null;
        }
        String whole = text.toString();
        List<String> parts;
        if (whole.isEmpty()) {
            parts = List.of();
        } else if (arguments[1] == null) {
            parts = whole.codePoints().mapToObj(Character::toString).toList();
        } else {
            String separator = arguments[1].toString();
            parts = separator.isEmpty() ? List.of(whole) : List.of(whole.split(Pattern.quote(separator), -1));
        }
        var all = new ArrayList<@Nullable Object>();
        Object none = arguments.length > 2 ? arguments[2] : null;
        parts.forEach(part -> all.add(part.equals(none) ? null : part));
        return all;
    }

    private static @Nullable Object joined(@Nullable Object[] arguments, String type, FunctionContext context) {
        if (arguments[0] == null || arguments[1] == null) {
            return null;
        }
        Object none = arguments.length > 2 ? arguments[2] : null;
        var parts = new ArrayList<String>();
        for (Object element : flat(list(arguments, 0))) {
            if (element != null) {
                parts.add(Casts.output(element, TypeRules.elementOf(type), context));
            } else if (none != null) {
                parts.add(none.toString());
            }
        }
        return String.join(String.valueOf(arguments[1]), parts);
    }

    /** The element at one or more subscripts, from 1; NULL where there is none. */
    public static @Nullable Object subscript(@Nullable Object[] arguments, FunctionContext context) {
        Object value = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            long place = Numbers.number(arguments, i).longValue();
            if (!(value instanceof List<?> list) || place < 1 || place > list.size()) {
                return null;
            }
            value = list.get((int) place - 1);
        }
        return value instanceof List<?> ? null : value;
    }

    /** The elements between two subscripts, from 1, both included; NULL for one that is left out stands for the end. */
    public static Object slice(List<?> list, @Nullable Long lower, @Nullable Long upper) {
        long from = Math.max(1, lower == null ? 1 : lower);
        long to = Math.min(list.size(), upper == null ? list.size() : upper);
        return from > to ? List.of() : list.subList((int) from - 1, (int) to);
    }
}
