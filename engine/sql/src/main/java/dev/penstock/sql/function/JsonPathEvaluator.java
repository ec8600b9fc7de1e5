package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.function.JsonPath.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows a jsonpath through a value. */
final class JsonPathEvaluator {
    private final boolean lax;
    private final Json root;
    private final Json variables;

    JsonPathEvaluator(JsonPath path, Json root, Json variables) {
        this.lax = path.lax();
        this.root = root;
        this.variables = variables;
    }

    /** The values that a path gives; a predicate gives one of true, false and null. */
    List<Json> values(Node node) {
        return values(node, root, -1);
    }

    private List<Json> values(Node node, Json current, int last) {
        if (node instanceof JsonPath.Root) {
            return List.of(root);
        }
        if (node instanceof JsonPath.Current) {
            return List.of(current);
        }
        if (node instanceof JsonPath.Literal literal) {
            return List.of(literal.value());
        }
        if (node instanceof JsonPath.Variable variable) {
            return List.of(variable(variable.name()));
        }
        if (node instanceof JsonPath.Last) {
            if (last < 0) {
                throw new EngineException(ErrorCode.SYNTAX_ERROR, "LAST is allowed only in array subscripts");
            }
            return List.of(Json.number(last));
        }
        if (node instanceof JsonPath.Step step) {
            var found = new ArrayList<Json>();
            for (Json value : values(step.base(), current, last)) {
                step(step.accessor(), value, found);
            }
            return found;
        }
        if (node instanceof JsonPath.Arithmetic arithmetic) {
            return arithmetic(arithmetic, current, last);
        }
        Boolean truth = truth(node, current, last);
        return List.of(truth == null ? Json.nullValue() : Json.bool(truth));
    }

    private Json variable(String name) {
        Json value =
                variables instanceof Json.JsonObject object ? object.members().get(name) : null;
        if (value == null) {
            throw new EngineException(ErrorCode.UNKNOWN_NAME, "could not find jsonpath variable \"" + name + "\"");
        }
        return value;
    }

    private static EngineException error(ErrorCode code, String message) {
        return new EngineException(code, message);
    }

    private void step(JsonPath.Accessor accessor, Json value, List<Json> found) {
        if (accessor instanceof JsonPath.Key key) {
            member(key.name(), value, found, true);
        } else if (accessor instanceof JsonPath.AnyKey) {
            members(value, found, true);
        } else if (accessor instanceof JsonPath.AnyElement) {
            elements(value, found);
        } else if (accessor instanceof JsonPath.Subscripts subscripts) {
            subscripts(subscripts, value, found);
        } else if (accessor instanceof JsonPath.Levels levels) {
            levels(levels, value, 0, found);
        } else if (accessor instanceof JsonPath.Filter filter) {
            for (Json candidate : unwrapped(value)) {
                if (Boolean.TRUE.equals(truth(filter.predicate(), candidate, -1))) {
                    found.add(candidate);
                }
            }
        } else if (accessor instanceof JsonPath.Method method) {
            boolean whole = method.name().equals("type") || method.name().equals("size");
            for (Json candidate : whole ? List.of(value) : unwrapped(value)) {
                found.add(JsonPathMethods.apply(method.name(), candidate, lax));
            }
        }
    }

    private List<Json> unwrapped(Json value) {
        return lax && value instanceof Json.JsonArray array ? array.elements() : List.of(value);
    }

    private void member(String name, Json value, List<Json> found, boolean unwrap) {
        if (value instanceof Json.JsonObject object) {
            Json member = object.members().get(name);
            if (member != null) {
                found.add(member);
            } else if (!lax) {
                throw error(ErrorCode.JSON_MEMBER, "JSON object does not contain key \"" + name + "\"");
            }
        } else if (lax && unwrap && value instanceof Json.JsonArray array) {
            array.elements().forEach(element -> member(name, element, found, false));
        } else if (!lax) {
            throw error(ErrorCode.JSON_MEMBER, "jsonpath member accessor can only be applied to an object");
        }
    }

    private void members(Json value, List<Json> found, boolean unwrap) {
        if (value instanceof Json.JsonObject object) {
            found.addAll(object.members().values());
        } else if (lax && unwrap && value instanceof Json.JsonArray array) {
            array.elements().forEach(element -> members(element, found, false));
        } else if (!lax) {
            throw error(ErrorCode.JSON_OBJECT, "jsonpath wildcard member accessor can only be applied to an object");
        }
    }

    private void elements(Json value, List<Json> found) {
        if (value instanceof Json.JsonArray array) {
            found.addAll(array.elements());
        } else if (lax) {
            found.add(value);
        } else {
            throw error(ErrorCode.JSON_ARRAY, "jsonpath wildcard array accessor can only be applied to an array");
        }
    }

    private void subscripts(JsonPath.Subscripts subscripts, Json value, List<Json> found) {
        if (!lax && !(value instanceof Json.JsonArray)) {
            throw error(ErrorCode.JSON_ARRAY, "jsonpath array accessor can only be applied to an array");
        }
        List<Json> elements = value instanceof Json.JsonArray array ? array.elements() : List.of(value);
        int last = elements.size() - 1;
        for (JsonPath.Range range : subscripts.ranges()) {
            int from = subscript(range.from(), value, last);
            int to = range.to() == null ? from : subscript(range.to(), value, last);
            if (!lax && (from < 0 || from > to || to > last)) {
                throw error(ErrorCode.JSON_SUBSCRIPT, "jsonpath array subscript is out of bounds");
            }
            for (int i = Math.max(0, from); i <= Math.min(last, to); i++) {
                found.add(elements.get(i));
            }
        }
    }

    private int subscript(Node node, Json current, int last) {
        List<Json> values = values(node, current, last);
        if (values.size() == 1 && values.get(0) instanceof Json.JsonNumber number) {
            return number.number().setScale(0, RoundingMode.DOWN).intValueExact();
        }
        throw error(ErrorCode.JSON_SUBSCRIPT, "jsonpath array subscript is not a single numeric value");
    }

    private static void levels(JsonPath.Levels levels, Json value, int level, List<Json> found) {
        boolean container = value instanceof Json.JsonArray || value instanceof Json.JsonObject;
        boolean leaf = levels.least() == Integer.MAX_VALUE && !container;
        boolean wanted = level >= levels.least() && level <= levels.greatest();
        if (wanted || leaf) {
            found.add(value);
        }
        if (level < levels.greatest()) {
            if (value instanceof Json.JsonArray array) {
                array.elements().forEach(element -> levels(levels, element, level + 1, found));
            } else if (value instanceof Json.JsonObject object) {
                object.members().values().forEach(member -> levels(levels, member, level + 1, found));
            }
        }
    }

    private List<Json> arithmetic(JsonPath.Arithmetic node, Json current, int last) {
        List<Json> right = unwrapped(values(node.right(), current, last));
        Node leftNode = node.left();
        if (leftNode == null) {
            var results = new ArrayList<Json>();
            for (Json value : right) {
                if (!(value instanceof Json.JsonNumber number)) {
                    throw error(
                            ErrorCode.JSON_NUMBER_EXPECTED,
                            "operand of unary jsonpath operator " + node.operator() + " is not a numeric value");
                }
                results.add(
                        node.operator().equals("-")
                                ? Json.number(number.number().negate())
                                : value);
            }
            return results;
        }
        BigDecimal a = single(unwrapped(values(leftNode, current, last)), "left", node.operator());
        BigDecimal b = single(right, "right", node.operator());
        return List.of(Json.number(
                switch (node.operator()) {
                    case "+" -> a.add(b);
                    case "-" -> a.subtract(b);
                    case "*" -> a.multiply(b);
                    case "/" -> Numbers.divide(a, nonZero(b));
                    default -> a.remainder(nonZero(b));
                }));
    }

    private static BigDecimal nonZero(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw error(ErrorCode.DIVISION_BY_ZERO, "division by zero");
        }
        return divisor;
    }

    private static BigDecimal single(List<Json> values, String side, String operator) {
        if (values.size() == 1 && values.get(0) instanceof Json.JsonNumber number) {
            return number.number();
        }
        throw error(
                ErrorCode.JSON_SINGLETON,
                side + " operand of jsonpath operator " + operator + " is not a single numeric value");
    }

    private List<Json> unwrapped(List<Json> values) {
        var all = new ArrayList<Json>();
        values.forEach(value -> all.addAll(unwrapped(value)));
        return all;
    }

    private @Nullable Boolean truth(Node node, Json current, int last) {
        if (node instanceof JsonPath.And and) {
            Boolean left = truth(and.left(), current, last);
            Boolean right = Boolean.FALSE.equals(left) ? left : truth(and.right(), current, last);
            return (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right))
                    ? Boolean.FALSE
                    : (left == null || right == null) ? null : Boolean.TRUE;
        }
        if (node instanceof JsonPath.Or or) {
            Boolean left = truth(or.left(), current, last);
            Boolean right = Boolean.TRUE.equals(left) ? left : truth(or.right(), current, last);
            return (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right))
                    ? Boolean.TRUE
                    : (left == null || right == null) ? null : Boolean.FALSE;
        }
        if (node instanceof JsonPath.Not not) {
            Boolean operand = truth(not.operand(), current, last);
            return operand == null ? null : (Boolean) !operand;
        }
        if (node instanceof JsonPath.IsUnknown unknown) {
            return truth(unknown.operand(), current, last) == null;
        }
        try {
            return test(node, current, last);
        } catch (EngineException e) {
            if (e.code() == ErrorCode.UNKNOWN_NAME || e.code() == ErrorCode.NOT_SUPPORTED) {
                throw e;
            }
            return null; // an error within a predicate makes it unknown
        }
    }

    private @Nullable Boolean test(Node node, Json current, int last) {
        if (node instanceof JsonPath.Exists exists) {
            return !values(exists.operand(), current, last).isEmpty();
        }
        if (node instanceof JsonPath.Comparison comparison) {
            List<Json> right = unwrapped(values(comparison.right(), current, last));
            return any(
                    unwrapped(values(comparison.left(), current, last)),
                    left -> any(right, value -> compared(comparison.operator(), left, value)));
        }
        if (node instanceof JsonPath.StartsWith starts) {
            List<Json> prefix = values(starts.prefix(), current, last);
            return any(
                    unwrapped(values(starts.operand(), current, last)),
                    value -> (value instanceof Json.JsonText text
                                    && prefix.size() == 1
                                    && prefix.get(0) instanceof Json.JsonText start)
                            ? (Boolean) text.text().startsWith(start.text())
                            : null);
        }
        if (node instanceof JsonPath.LikeRegex like) {
            var pattern = RegularExpressions.compile(like.pattern(), like.flags());
            Predicate<String> matches = pattern.asPredicate();
            return any(
                    unwrapped(values(like.operand(), current, last)),
                    value -> value instanceof Json.JsonText text ? (Boolean) matches.test(text.text()) : null);
        }
        List<Json> values = values(node, current, last);
        return (values.size() == 1 && values.get(0) instanceof Json.JsonBoolean bool) ? (Boolean) bool.bool() : null;
    }

    /** Makes a truth of each value. */
    private interface Test {
        @Nullable
        Boolean of(Json value);
    }

    /** True if one value passes; unknown if none does and one is unknown, in strict mode if any is. */
    private @Nullable Boolean any(List<Json> values, Test test) {
        boolean found = false;
        boolean unknown = false;
        for (Json value : values) {
            Boolean truth = test.of(value);
            if (truth == null) {
                if (!lax) {
                    return null;
                }
                unknown = true;
            } else if (truth) {
                if (lax) {
                    return true;
                }
                found = true;
            }
        }
        return found ? (Boolean) true : unknown ? null : (Boolean) false;
    }

    private static @Nullable Boolean compared(String operator, Json left, Json right) {
        boolean nulls = left instanceof Json.JsonNull || right instanceof Json.JsonNull;
        if (!left.getClass().equals(right.getClass())) {
            return nulls ? (Boolean) operator.equals("!=") : null;
        }
        if (left instanceof Json.JsonArray || left instanceof Json.JsonObject) {
            return null;
        }
        if (left instanceof Json.JsonBoolean && !operator.equals("==") && !operator.equals("!=")) {
            return left.equals(right) ? operator.contains("=") : ordered(operator, left.compareTo(right));
        }
        return ordered(operator, left.compareTo(right));
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
