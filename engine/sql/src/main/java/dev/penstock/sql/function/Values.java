package dev.penstock.sql.function;

import dev.penstock.spi.value.Inet;
import dev.penstock.spi.value.Interval;
import dev.penstock.spi.value.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Equality and order of canonical values, as PostgreSQL's btree operators have them (collation C). */
public final class Values {
    /** The order of two values of one type, neither of them NULL. */
    public static final Comparator<Object> ORDER = Values::compare;

    private Values() {}

    /**
     * Compares two values of one type, neither of them NULL. Numbers of different kinds compare by value; NaN is above
     * every other number.
     */
    public static int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return compareText(a, b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (left instanceof Json a && right instanceof Json b) {
            return a.compareTo(b);
        }
        if (left instanceof Interval a && right instanceof Interval b) {
            return a.compareTo(b);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return compareLists(a, b);
        }
        if (left instanceof Composite a && right instanceof Composite b) {
            return compareLists(a.values(), b.values());
        }
        if (left instanceof PaddedText a && right instanceof PaddedText b) {
            return a.compareTo(b);
        }
        if (left instanceof ZonedTime a && right instanceof ZonedTime b) {
            return a.compareTo(b);
        }
        if (left instanceof Inet && right instanceof Inet) {
            return Network.of(left).compareTo(Network.of(right));
        }
        return left.toString().compareTo(right.toString());
    }

    /** The first argument that is not NULL. */
    public static @Nullable Object firstKnown(@Nullable Object[] arguments, FunctionContext context) {
        for (Object argument : arguments) {
            if (argument != null) {
                return argument;
            }
        }
        return null;
    }

    /** The greatest of the arguments that are not NULL. */
    public static @Nullable Object greatest(@Nullable Object[] arguments, FunctionContext context) {
        return extreme(arguments, 1);
    }

    /** The least of the arguments that are not NULL. */
    public static @Nullable Object least(@Nullable Object[] arguments, FunctionContext context) {
        return extreme(arguments, -1);
    }

    private static @Nullable Object extreme(@Nullable Object[] arguments, int sign) {
        Object best = null;
        for (Object argument : arguments) {
            if (argument != null && (best == null || sign * compare(argument, best) > 0)) {
                best = argument;
            }
        }
        return best;
    }

    /** Whether two values are not distinct: both NULL, or equal. */
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof String || left instanceof Json || left instanceof Boolean) {
            return left.equals(right);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return a.longValue() == b.longValue();
        }
        return compare(left, right) == 0;
    }

    /** A hash that is the same for values that are {@link #same}. */
    public static int hash(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String || value instanceof Boolean) {
            return value.hashCode();
        }
        if (value instanceof Number number) {
            return hash(number);
        }
        if (value instanceof List<?> list) {
            int hash = 1;
            for (Object element : list) {
                hash = 31 * hash + hash(element);
            }
            return hash;
        }
        return value instanceof Composite row ? hash(row.values()) : value.hashCode();
    }

    /** Numbers of all kinds that are equal have one hash. */
    private static int hash(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return Long.hashCode(number.longValue());
        }
        double real = number.doubleValue();
        return real == Math.rint(real) && Math.abs(real) < 1e15 ? Long.hashCode((long) real) : Double.hashCode(real);
    }

    private static int compareText(String a, String b) {
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                // UTF-16 and UTF-8 order agree except where surrogates meet what is above them.
                return Character.isSurrogate(a.charAt(i)) || Character.isSurrogate(b.charAt(i))
                        ? Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))
                        : Character.compare(a.charAt(i), b.charAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x.compareTo(y);
        }
        if (a instanceof Double || b instanceof Double) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            // -0.0 and 0.0 are equal in SQL.
            return x == y ? 0 : Double.compare(x, y);
        }
        return Numbers.decimal(a).compareTo(Numbers.decimal(b));
    }

    private static int compareLists(List<?> a, List<?> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            int order = x == null || y == null ? Boolean.compare(x == null, y == null) : compare(x, y);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
