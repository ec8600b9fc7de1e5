package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** {@code .timezone Europe/Berlin}. */
record TimeZoneCommand() implements DotCommand {
    private static final String LOCAL = "local";

    @Override
    public String name() {
        return ".timezone";
    }

    @Override
    public String argument() {
        return "[UTC|local|zone]";
    }

    @Override
    public String description() {
        return "Choose the time zone in which times are read and shown; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return Stream.concat(
                        Stream.of(LOCAL), ZoneId.getAvailableZoneIds().stream().sorted())
                .toList();
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.say("timezone is " + state.session().zone());
            return;
        }
        try {
            state.session().zone(argument.equalsIgnoreCase(LOCAL) ? ZoneId.systemDefault() : ZoneId.of(argument));
        } catch (DateTimeException e) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "there is no time zone \"" + argument + "\"", e);
        }
    }
}
