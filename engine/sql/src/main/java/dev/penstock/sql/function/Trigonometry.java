package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Functions of angles (chapter 9.3). Those in degrees are exact at the multiples of 30 and 45: within the first quadrant
 * they are scaled so that these angles give round numbers.
 */
final class Trigonometry {
    private static final double SINE_30 = Math.sin(Math.toRadians(30));
    private static final double LESS_COSINE_60 = 1 - Math.cos(Math.toRadians(60));
    private static final double TANGENT_45 = sineOfQuadrant(45) / cosineOfQuadrant(45);
    private static final double COTANGENT_45 = cosineOfQuadrant(45) / sineOfQuadrant(45);
    private static final double ARC_SINE_HALF = Math.asin(0.5);
    private static final double ARC_COSINE_HALF = Math.acos(0.5);
    private static final double ARC_TANGENT_ONE = Math.atan(1);
    /** From here on the square of a number plus one is the square itself. */
    private static final double LARGE = 1L << 28;

    private Trigonometry() {}

    static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        add(all, "sin", Math::sin);
        add(all, "cos", Math::cos);
        add(all, "tan", Math::tan);
        add(all, "cot", x -> 1 / Math.tan(x));
        add(all, "asin", x -> Math.asin(within(x)));
        add(all, "acos", x -> Math.acos(within(x)));
        add(all, "atan", Math::atan);
        add(all, "sinh", Math::sinh);
        add(all, "cosh", Math::cosh);
        add(all, "tanh", Math::tanh);
        add(all, "asinh", Trigonometry::areaSine);
        add(all, "acosh", Trigonometry::areaCosine);
        add(all, "atanh", Trigonometry::areaTangent);
        add(all, "sind", x -> reduced(x).sine());
        add(all, "cosd", x -> reduced(x).cosine());
        add(all, "tand", x -> reduced(x).tangent());
        add(all, "cotd", x -> reduced(x).cotangent());
        add(all, "asind", x -> x >= 0 ? arcSine(within(x)) : -arcSine(-within(x)));
        add(all, "acosd", x -> x >= 0 ? arcCosine(within(x)) : 90 + arcSine(-within(x)));
        add(all, "atand", x -> Math.atan(x) / ARC_TANGENT_ONE * 45);
        all.add(function("atan2", "float8,float8->float8", (a, c) -> arc(a)));
        all.add(function("atan2d", "float8,float8->float8", (a, c) -> arc(a) / ARC_TANGENT_ONE * 45));
        return all;
    }

    private static void add(List<FunctionDefinition> all, String name, DoubleUnaryOperator function) {
        all.add(function(
                name,
                "float8->float8",
                (a, c) -> function.applyAsDouble(Numbers.number(a, 0).doubleValue())));
    }

    private static double arc(@Nullable Object[] sides) {
        return Math.atan2(
                Numbers.number(sides, 0).doubleValue(), Numbers.number(sides, 1).doubleValue());
    }

    private static double within(double x) {
        if (Math.abs(x) > 1) {
            throw outOfRange();
        }
        return x;
    }

    private static EngineException outOfRange() {
        return new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "input is out of range");
    }

    /**
     * An angle in the first quadrant, and the signs that its functions have in the quadrant it comes from.
     *
     * @param vertical the sign of the sine
     * @param horizontal the sign of the cosine
     */
    private record Angle(double degrees, int vertical, int horizontal) {
        double sine() {
            return vertical * sineOfQuadrant(degrees);
        }

        double cosine() {
            return horizontal * cosineOfQuadrant(degrees);
        }

        double tangent() {
            return vertical * horizontal * (sineOfQuadrant(degrees) / cosineOfQuadrant(degrees) / TANGENT_45) + 0.0;
        }

        double cotangent() {
            return vertical * horizontal * (cosineOfQuadrant(degrees) / sineOfQuadrant(degrees) / COTANGENT_45) + 0.0;
        }
    }

    private static Angle reduced(double degrees) {
        if (Double.isInfinite(degrees)) {
            throw outOfRange();
        }
        double turned = degrees % 360;
        int vertical = turned < 0 ? -1 : 1;
        turned = turned < 0 ? -turned : turned; // keeps the sign of zero
        if (turned > 180) {
            turned = 360 - turned;
            vertical = -vertical;
        }
        return turned > 90 ? new Angle(180 - turned, vertical, -1) : new Angle(turned, vertical, 1);
    }

    private static double sineOfQuadrant(double degrees) {
        return degrees <= 30 ? sineTo30(degrees) : cosineTo60(90 - degrees);
    }

    private static double cosineOfQuadrant(double degrees) {
        return degrees <= 60 ? cosineTo60(degrees) : sineTo30(90 - degrees);
    }

    private static double sineTo30(double degrees) {
        return Math.sin(Math.toRadians(degrees)) / SINE_30 / 2;
    }

    private static double cosineTo60(double degrees) {
        return 1 - (1 - Math.cos(Math.toRadians(degrees))) / LESS_COSINE_60 / 2;
    }

    private static double arcSine(double x) {
        return x <= 0.5 ? Math.asin(x) / ARC_SINE_HALF * 30 : 90 - Math.acos(x) / ARC_COSINE_HALF * 60;
    }

    private static double arcCosine(double x) {
        return x <= 0.5 ? 90 - Math.asin(x) / ARC_SINE_HALF * 30 : Math.acos(x) / ARC_COSINE_HALF * 60;
    }

    private static double areaSine(double x) {
        double size = Math.abs(x);
        double square = x * x;
        if (size > LARGE) {
            return Math.copySign(Math.log(size) + Math.log(2), x);
        }
        double area = size > 2
                ? Math.log(2 * size + 1 / (Math.sqrt(square + 1) + size))
                : Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
        return Math.copySign(area, x);
    }

    private static double areaCosine(double x) {
        if (x < 1) {
            throw outOfRange();
        }
        if (x >= LARGE) {
            return Math.log(x) + Math.log(2);
        }
        double over = x - 1;
        return x > 2
                ? Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)))
                : Math.log1p(over + Math.sqrt(2 * over + over * over));
    }

    private static double areaTangent(double x) {
        double size = Math.abs(within(x));
        double twice = size + size;
        double area = size < 0.5 ? Math.log1p(twice + twice * size / (1 - size)) : Math.log1p(twice / (1 - size));
        return Math.copySign(0.5 * area, x);
    }
}
