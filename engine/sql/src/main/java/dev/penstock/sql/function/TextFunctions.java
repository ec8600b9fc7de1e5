package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/** Functions of texts (chapter 9.4). */
public final class TextFunctions {
    private TextFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function("length", "text->int4", Texts::length),
                function("char_length", "text->int4", Texts::length),
                function("lower", "text->text", Texts::lower),
                function("upper", "text->text", Texts::upper),
                function("initcap", "text->text", Texts::initcap),
                function("replace", "text,text,text->text", Texts::replace),
                function("split_part", "text,text,int4->text", Texts::splitPart),
                function("left", "text,int4->text", Texts::left),
                function("right", "text,int4->text", Texts::right),
                function("substr", "text,int4->text", Texts::substring),
                function("substr", "text,int4,int4->text", Texts::substring),
                function("substring", "text,int4->text", Texts::substring),
                function("substring", "text,int4,int4->text", Texts::substring),
                function("strpos", "text,text->int4", Texts::strpos),
                function("reverse", "text->text", Texts::reverse),
                function("repeat", "text,int4->text", Texts::repeat),
                function("starts_with", "text,text->bool", Texts::startsWith),
                function("btrim", "text->text", Texts::trim),
                function("btrim", "text,text->text", Texts::trim),
                function("ltrim", "text->text", Texts::ltrim),
                function("ltrim", "text,text->text", Texts::ltrim),
                function("rtrim", "text->text", Texts::rtrim),
                function("rtrim", "text,text->text", Texts::rtrim),
                typed("concat", "any...->text", types -> joined(types, false)).calledOnNull(),
                typed("concat_ws", "text,any...->text", types -> joined(types, true))
                        .calledOnNull());
    }

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("||", "text,text->text", (a, c) -> String.valueOf(a[0]) + a[1]),
                typed("||", "text,anynonarray->text", TextFunctions::concatenation),
                typed("||", "anynonarray,text->text", TextFunctions::concatenation));
    }

    private static ScalarFunction concatenation(List<String> types) {
        return (arguments, context) -> Casts.textOf(Objects.requireNonNull(arguments[0]), types.get(0), context)
                + Casts.textOf(Objects.requireNonNull(arguments[1]), types.get(1), context);
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
