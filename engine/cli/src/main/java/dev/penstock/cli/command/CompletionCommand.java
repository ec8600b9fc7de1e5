package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: a script that completes commands and flags in a shell. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and flags in bash, zsh or fish.",
        footer = {
            "",
            "Examples:",
            "  source <(penstock completion bash)",
            "  penstock completion zsh > \"${fpath[1]}/_penstock\"",
            "  penstock completion fish > ~/.config/fish/completions/penstock.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<shell>", description = "bash, zsh or fish.")
    private String shell = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<CompletionLevel> levels = CompletionLevel.below(spec.root());
        String script = switch (shell) {
            case "bash" -> CompletionScript.bash(levels);
            case "zsh" -> CompletionScript.zsh(levels);
            case "fish" -> CompletionScript.fish(levels);
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "there is no completion for \"" + shell + "\"; shells are bash, zsh, fish");
        };
        terminal.out().print(script);
        return 0;
    }
}
