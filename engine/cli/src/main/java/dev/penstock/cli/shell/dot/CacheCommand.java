package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Locale;

/** {@code .cache [on|off|clear]}. */
record CacheCommand() implements DotCommand {
    @Override
    public String name() {
        return ".cache";
    }

    @Override
    public String argument() {
        return "[on|off|clear]";
    }

    @Override
    public String description() {
        return "Keep the answers of calls for the next statements, ask anew for each, or forget those that are kept.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of("on", "off", "clear");
    }

    @Override
    public void run(ShellState state, String argument) {
        switch (argument.toLowerCase(Locale.ROOT)) {
            case "" -> state.say("cache is " + (state.cache() ? "on" : "off"));
            case "on" -> state.cache(true);
            case "off" -> state.cache(false);
            case "clear" -> state.session().forgetAnswers();
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, ".cache takes on, off or clear, not \"" + argument + "\"");
        }
    }
}
