package dev.penstock.cli.command;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}: what a command does, its flags and examples. */
@Command(
        name = "help",
        description = "Show what a command does, its flags and examples.",
        footer = {"", "Examples:", "  penstock help control run"})
final class UsageCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "<command>", description = "The command, such as control run.")
    private List<String> words = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        CommandLine shown = command;
        for (String word : words) {
            CommandLine inner = shown.getSubcommands().get(word);
            if (inner == null) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "there is no command \"" + word + "\" here"
                                + NearestName.hint(word, shown.getSubcommands().keySet()));
            }
            shown = inner;
        }
        shown.usage(command.getOut());
        return 0;
    }
}
