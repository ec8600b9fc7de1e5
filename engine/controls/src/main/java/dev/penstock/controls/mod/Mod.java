package dev.penstock.controls.mod;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Query;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mod whose references are resolved.
 *
 * @param name its short name
 * @param title its title, or its name if it has none
 * @param queries by name
 * @param controls by name
 * @param benchmarks by name
 * @param problems what is broken in the mod's files, one line each with file, line and column; what is sound is there
 */
public record Mod(
        String name,
        String title,
        Map<String, Query> queries,
        Map<String, Control> controls,
        Map<String, Benchmark> benchmarks,
        List<String> problems) {

    /** Sorts and copies the maps. */
    public Mod {
        queries = java.util.Collections.unmodifiableMap(new TreeMap<>(queries));
        controls = java.util.Collections.unmodifiableMap(new TreeMap<>(controls));
        benchmarks = java.util.Collections.unmodifiableMap(new TreeMap<>(benchmarks));
        problems = List.copyOf(problems);
    }

    /**
     * The control that a command names.
     *
     * @param target {@code name}, {@code control.name} or {@code mod.control.name}
     * @throws EngineException with code UNKNOWN_NAME, naming the nearest match
     */
    public Control control(String target) {
        return find("control", target, controls);
    }

    /** The benchmark that a command names; otherwise as {@link #control}. */
    public Benchmark benchmark(String target) {
        return find("benchmark", target, benchmarks);
    }

    /** The query that a command names; otherwise as {@link #control}. */
    public Query query(String target) {
        return find("query", target, queries);
    }

    private <T> T find(String type, String target, Map<String, T> known) {
        T found = known.get(shortName(type, target));
        if (found != null) {
            return found;
        }
        throw new EngineException(
                ErrorCode.UNKNOWN_NAME,
                "the mod " + name + " has no " + type + " \"" + target + "\""
                        + NearestName.hint(lastPart(target), known.keySet()));
    }

    private String shortName(String type, String target) {
        String[] parts = target.split("\\.", -1);
        boolean fits = switch (parts.length) {
            case 1 -> true;
            case 2 -> parts[0].equals(type);
            case 3 -> parts[0].equals(name) && parts[1].equals(type);
            default -> false;
        };
        return fits ? parts[parts.length - 1] : "";
    }

    private static String lastPart(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
