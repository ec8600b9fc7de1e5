package dev.penstock.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What can follow a command.
 *
 * @param words the command's words behind the program's name
 * @param commands its subcommands, with a sentence each
 * @param flags its flags, with a sentence each
 */
record CompletionLevel(List<String> words, Map<String, String> commands, Map<String, String> flags) {

    /** A command and everything below it, hidden ones left out. */
    static List<CompletionLevel> below(CommandSpec root) {
        var levels = new ArrayList<CompletionLevel>();
        collect(root, List.of(), levels);
        return levels;
    }

    private static void collect(CommandSpec spec, List<String> words, List<CompletionLevel> levels) {
        Map<String, String> commands = new TreeMap<>();
        Map<String, String> flags = new TreeMap<>();
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> {
            for (String name : option.names()) {
                flags.put(name, sentence(option.description()));
            }
        });
        levels.add(new CompletionLevel(words, commands, flags));
        spec.subcommands().forEach((name, line) -> {
            CommandSpec inner = line.getCommandSpec();
            if (!inner.usageMessage().hidden()) {
                commands.put(name, sentence(inner.usageMessage().description()));
                var longer = new ArrayList<>(words);
                longer.add(name);
                collect(inner, longer, levels);
            }
        });
    }

    /** The first sentence, without the placeholders of picocli. */
    private static String sentence(String... description) {
        String text = description.length == 0 ? "" : description[0];
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceAll(" \\(default: [^)]*\\)", "");
    }

    /** The words, joined. */
    String path() {
        return String.join(" ", words);
    }
}
