package dev.penstock.sql.function;

import java.util.List;
import java.util.Optional;

/**
 * One overload of a function that gives rows.
 *
 * @param name as a query writes it, in lower case
 * @param parameters its parameters; the result is {@code record} if it has several columns
 * @param columnNames the names of its columns; empty if it has a single one, which takes the name of the function or of
 *     its alias
 * @param columnTypes the types of its columns; open types are those of {@link Signature}
 * @param strict whether it gives no row as soon as one argument is NULL; then the implementation never sees one
 */
public record SetFunctionDefinition(
        String name,
        Signature parameters,
        List<String> columnNames,
        List<String> columnTypes,
        boolean strict,
        Implementation implementation) {

    /** Makes the function for arguments of certain types. */
    @FunctionalInterface
    public interface Implementation {
        /**
         * The function.
         *
         * @param types the types of the arguments, after implicit casts
         */
        SetFunction of(List<String> types);
    }

    /** A strict function of one column, written as {@code text,int4->text}, whose name is that of its only result. */
    public static SetFunctionDefinition of(String name, String signature, SetFunction function) {
        Signature parsed = Signature.of(signature);
        return new SetFunctionDefinition(name, parsed, List.of(), List.of(parsed.result()), true, types -> function);
    }

    /**
     * A strict function with named columns, written as {@code key text, value jsonb}.
     *
     * @param parameters such as {@code jsonb}
     */
    public static SetFunctionDefinition of(String name, String parameters, String columns, SetFunction function) {
        List<String> all = List.of(columns.split(", ", -1));
        List<String> names = all.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        List<String> types = all.stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
        String result = types.size() == 1 ? types.get(0) : "record";
        return new SetFunctionDefinition(
                name, Signature.of(parameters + "->" + result), names, types, true, given -> function);
    }

    /** The same, which is called with NULL, too. */
    public SetFunctionDefinition calledOnNull() {
        return new SetFunctionDefinition(name, parameters, columnNames, columnTypes, false, implementation);
    }

    /**
     * What a call of one of these gives.
     *
     * @param definitions all of one name, at least one
     * @param arguments the types of the arguments; {@code unknown} for literals without one
     * @return empty if none fits
     */
    public static Optional<Call> resolve(List<SetFunctionDefinition> definitions, List<String> arguments) {
        return Overloads.resolve(definitions.get(0).name(), definitions, SetFunctionDefinition::parameters, arguments)
                .map(found -> new Call(found.definition(), found.parameters(), types(found)));
    }

    private static List<String> types(Overloads.Resolved<SetFunctionDefinition> found) {
        return found.definition().columnTypes().size() == 1
                ? List.of(found.result())
                : found.definition().columnTypes();
    }

    /**
     * A call whose types are settled.
     *
     * @param parameters the types to which the arguments must be cast
     * @param columnTypes the types of the columns
     */
    public record Call(SetFunctionDefinition definition, List<String> parameters, List<String> columnTypes) {}
}
