package dev.penstock.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Subcommands that are made when they are meant: picocli reads their classes by reflection, which for all of them takes
 * longer than most commands run. Words that name none of them, as in help or a mistake, get them all.
 */
final class Subcommands {
    /** Words that need every subcommand, on every level. */
    static final List<String> HELP = List.of("--help");

    private final Map<String, Function<List<String>, Object>> makers = new LinkedHashMap<>();

    /** Adds one without subcommands of its own. */
    Subcommands with(String name, Supplier<Object> maker) {
        return with(name, words -> maker.get());
    }

    /** Adds one that is told the words behind its name. */
    Subcommands with(String name, Function<List<String>, Object> maker) {
        makers.put(name, maker);
        return this;
    }

    /** Whether the words name one, or ask for help. */
    boolean areMeant(List<String> words) {
        return named(words) != null || words.contains("--help") || words.contains("-h");
    }

    /** Makes what the words need; the parent. */
    CommandLine addTo(CommandLine parent, List<String> words) {
        Function<List<String>, Object> one = named(words);
        return one == null
                ? addAll(parent)
                : parent.addSubcommand(words.get(0), one.apply(words.subList(1, words.size())));
    }

    private CommandLine addAll(CommandLine parent) {
        makers.forEach((name, maker) -> parent.addSubcommand(name, maker.apply(HELP)));
        return parent;
    }

    private @Nullable Function<List<String>, Object> named(List<String> words) {
        return words.isEmpty() ? null : makers.get(words.get(0));
    }
}
