package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;

/** {@code .separator ;}. */
record SeparatorCommand() implements DotCommand {
    @Override
    public String name() {
        return ".separator";
    }

    @Override
    public String argument() {
        return "[character]";
    }

    @Override
    public String description() {
        return "Choose what stands between the fields of csv, \\t for a tab; without an argument say what.";
    }

    @Override
    public void run(ShellState state, String argument) {
        String text = argument.equals("\\t") ? "\t" : argument;
        if (text.isEmpty()) {
            char separator = state.style().separator();
            state.say("separator is " + (separator == '\t' ? "\\t" : separator));
        } else if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, ".separator takes one character, not \"" + argument + "\"");
        } else {
            state.style(state.style().withSeparator(text.charAt(0)));
        }
    }
}
