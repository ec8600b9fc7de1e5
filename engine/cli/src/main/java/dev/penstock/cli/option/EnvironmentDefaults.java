package dev.penstock.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values that the environment gives to options. A flag wins over PENSTOCK_X, that over POWERPIPE_X, that over
 * STEAMPIPE_X, and each of them over what is built in.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final List<String> OWNERS = List.of("PENSTOCK_", "POWERPIPE_", "STEAMPIPE_");

    /** Options that the environment can set, by the name behind the owner. */
    private static final Map<String, String> NAMES = names();

    private final Map<String, String> environment;

    /** Values out of an environment. */
    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("--mod-location", "MOD_LOCATION");
        names.put("--exemptions", "EXEMPTIONS");
        names.put("--max-parallel", "MAX_PARALLEL");
        names.put("--query-timeout", "QUERY_TIMEOUT");
        names.put("--benchmark-timeout", "BENCHMARK_TIMEOUT");
        names.put("--snapshot-location", "SNAPSHOT_LOCATION");
        names.put("--database", "DATABASE");
        names.put("--workspace", "WORKSPACE");
        return names;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? variable(option.longestName()).map(environment::get).orElse(null)
                : null;
    }

    /** The variable that gives a value to an option, if one does; an empty one gives none. */
    public Optional<String> variable(String option) {
        String name = NAMES.get(option);
        return name == null
                ? Optional.empty()
                : OWNERS.stream()
                        .map(owner -> owner + name)
                        .filter(variable ->
                                !environment.getOrDefault(variable, "").isEmpty())
                        .findFirst();
    }
}
