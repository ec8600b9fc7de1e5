package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import java.util.ArrayList;
import java.util.List;

/** Operators and functions of numbers (chapter 9.3). */
public final class MathFunctions {
    private static final List<String> TYPES = List.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final List<String> WHOLE_OR_REAL = List.of("numeric", "float8");

    private MathFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        var all = new ArrayList<FunctionDefinition>();
        arithmetic(all, "+", Numbers::add);
        arithmetic(all, "-", Numbers::subtract);
        arithmetic(all, "*", Numbers::multiply);
        arithmetic(all, "/", Numbers::divide);
        for (String type : TYPES.subList(0, 4)) {
            all.add(function("%", type + "," + type + "->" + type, Numbers::modulo));
        }
        return all;
    }

    private static void arithmetic(List<FunctionDefinition> all, String name, ScalarFunction function) {
        for (String type : TYPES) {
            all.add(function(name, type + "," + type + "->" + type, Numbers.checked(function, type)));
        }
        all.add(function(name, "float4,float8->float8", function));
        all.add(function(name, "float8,float4->float8", function));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        TYPES.forEach(type -> all.add(function("abs", type + "->" + type, Numbers::abs)));
        for (String type : WHOLE_OR_REAL) {
            String unary = type + "->" + type;
            all.add(function("round", unary, Numbers::round));
            all.add(function("floor", unary, Numbers::floor));
            all.add(function("ceil", unary, Numbers::ceil));
            all.add(function("ceiling", unary, Numbers::ceil));
        }
        all.add(function("round", "numeric,int4->numeric", Numbers::round));
        for (String type : TYPES.subList(0, 4)) {
            all.add(function("mod", type + "," + type + "->" + type, Numbers::modulo));
        }
        return all;
    }
}
