package dev.penstock.sql.function;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function that gives rows, by name. */
public final class SetFunctions {
    /** The overloads of each name. */
    public static final Map<String, List<SetFunctionDefinition>> BY_NAME = Stream.of(
                    JsonSetFunctions.functions(),
                    JsonRecords.functions(),
                    JsonPathFunctions.setFunctions(),
                    SeriesFunctions.functions(),
                    ArrayFunctions.setFunctions(),
                    PatternFunctions.setFunctions())
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(SetFunctionDefinition::name));

    private SetFunctions() {}
}
