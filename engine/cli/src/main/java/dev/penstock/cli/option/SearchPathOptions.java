package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.sql.Sources;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** In which schemas unqualified names are looked for. */
public final class SearchPathOptions {
    @Option(
            names = "--search-path",
            split = ",",
            paramLabel = "<schema>",
            description = "Connections and aggregators in which a table is looked for that is named without one.")
    private List<String> path = List.of();

    @Option(
            names = "--search-path-prefix",
            split = ",",
            paramLabel = "<schema>",
            description = "Connections and aggregators that come before the rest of the search path.")
    private List<String> prefix = List.of();

    /** Made by picocli. */
    public SearchPathOptions() {}

    /** The sources with the path that was asked for, which wins over the configured one. */
    Sources applied(Sources sources) {
        if (!path.isEmpty() && !prefix.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--search-path and --search-path-prefix exclude one another");
        }
        Set<String> known = new LinkedHashSet<>();
        sources.connections().forEach(connection -> known.add(connection.name()));
        sources.aggregates().forEach(aggregate -> known.add(aggregate.name()));
        sources.organizations().forEach(organization -> known.add(organization.name()));
        List<String> given = path.isEmpty() ? prefix : path;
        given.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            if (sources.organizations().isEmpty()) {
                throw new EngineException(
                        ErrorCode.UNKNOWN_NAME,
                        "there is no connection \"" + name + "\"" + NearestName.hint(name, known));
            }
        });
        return new Sources(
                sources.connections(),
                sources.aggregates(),
                sources.organizations(),
                sources.hidden(),
                path.isEmpty() ? sources.searchPath() : path,
                path.isEmpty() ? (prefix.isEmpty() ? sources.searchPathPrefix() : prefix) : List.of());
    }
}
