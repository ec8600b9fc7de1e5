package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.CallLines;
import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.ResultStyle;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code .save file}. */
record SaveCommand() implements DotCommand {
    @Override
    public String name() {
        return ".save";
    }

    @Override
    public String argument() {
        return "file";
    }

    @Override
    public String description() {
        return "Write the last result to a file, without a call; its ending says how (.csv, .json, .jsonl, .md, .pps), else as shown.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        if (argument.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, ".save needs the name of a file behind it");
        }
        KeptRows kept = state.lastResult()
                .orElseThrow(() -> new EngineException(ErrorCode.INVALID_PARAMETER, "there is no result yet"));
        if (kept.isTooMany()) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED,
                    "the last result had more than " + CallLines.number(KeptRows.MOST)
                            + " rows, so it is not kept; .out " + argument + " writes the rows of the next statement");
        }
        if (!kept.isWhole()) {
            throw new EngineException(
                    ErrorCode.NOT_SUPPORTED, "the last result did not come to its end, so it is not kept");
        }
        ResultStyle style = ending(argument).map(state.style()::with).orElse(state.style());
        try (OutputFile file = OutputFile.create(argument)) {
            long rows = style.renderer().render(kept.again(), file.on(state.terminal()));
            state.say(CallLines.number(rows) + (rows == 1 ? " row" : " rows") + " written to " + argument);
        }
    }

    private static Optional<ResultFormat> ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.equals("txt") ? Optional.of(ResultFormat.TABLE) : ResultFormat.named(ending);
    }
}
