package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/** Functions of texts (chapter 9.4). */
public final class TextFunctions {
    private TextFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String name : List.of("length", "char_length", "character_length")) {
            all.add(function(name, "text->int4", Texts::length));
        }
        all.add(function("lower", "text->text", Texts::lower));
        all.add(function("upper", "text->text", Texts::upper));
        all.add(function("initcap", "text->text", Texts::initcap));
        all.add(function("replace", "text,text,text->text", Texts::replace));
        all.add(function("split_part", "text,text,int4->text", Texts::splitPart));
        all.add(function("left", "text,int4->text", Texts::left));
        all.add(function("right", "text,int4->text", Texts::right));
        for (String name : List.of("substr", "substring")) {
            all.add(function(name, "text,int4->text", Texts::substring));
            all.add(function(name, "text,int4,int4->text", Texts::substring));
        }
        for (String name : List.of("strpos", "position")) {
            all.add(function(name, "text,text->int4", Texts::strpos));
        }
        all.add(function("reverse", "text->text", Texts::reverse));
        all.add(function("repeat", "text,int4->text", Texts::repeat));
        all.add(function("collated", "text->text", (a, c) -> a[0]));
        all.add(function("starts_with", "text,text->bool", Texts::startsWith));
        trims(all, "btrim", Texts::trim);
        trims(all, "ltrim", Texts::ltrim);
        trims(all, "rtrim", Texts::rtrim);
        all.add(typed("concat", "any...->text", types -> joined(types, false)).calledOnNull());
        all.add(typed("concat_ws", "text,any...->text", types -> joined(types, true))
                .calledOnNull());
        all.addAll(TextForms.functions());
        all.addAll(SizeFunctions.functions());
        return all;
    }

    private static void trims(List<FunctionDefinition> all, String name, ScalarFunction function) {
        all.add(function(name, "text->text", function));
        all.add(function(name, "text,text->text", function));
    }

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("||", "text,text->text", (a, c) -> String.valueOf(a[0]) + a[1]),
                typed("||", "text,anynonarray->text", TextFunctions::concatenation),
                typed("||", "anynonarray,text->text", TextFunctions::concatenation));
    }

    private static ScalarFunction concatenation(List<String> types) {
        return (arguments, context) ->
                String.valueOf(Casts.cast(Objects.requireNonNull(arguments[0]), types.get(0), "text", context))
                        + Casts.cast(Objects.requireNonNull(arguments[1]), types.get(1), "text", context);
    }

    private static ScalarFunction joined(List<String> types, boolean separated) {
        return (arguments, context) -> {
            if (separated && arguments[0] == null) {
                return null;
            }
            var joined = new StringJoiner(separated ? String.valueOf(arguments[0]) : "");
            for (int i = separated ? 1 : 0; i < arguments.length; i++) {
                Object argument = arguments[i];
                if (argument != null) {
                    joined.add(Casts.output(argument, types.get(i), context));
                }
            }
            return joined.toString();
        };
    }
}
