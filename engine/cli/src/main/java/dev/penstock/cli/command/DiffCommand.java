package dev.penstock.cli.command;

import dev.penstock.cli.earlier.EarlierReport;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.FormatConverter;
import dev.penstock.cli.output.DiffFormat;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.comparison.Difference;
import dev.penstock.controls.comparison.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: two reports beside one another. */
@Command(
        name = "diff",
        description =
                "What is new, resolved or changed from one report (json or snapshot) to a later one. Ends with 0"
                        + " without a new alarm, 1 with new alarms, 2 if the later report has errors: of those nothing is known.",
        sortOptions = false)
final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "<old>", description = "The earlier report.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "<new>", description = "The later report.")
    private Path after = Path.of("");

    @Option(
            names = "--output",
            defaultValue = "text",
            paramLabel = "<format>",
            converter = FormatConverter.OfDifferences.class,
            description = "text, json or md (default: text).")
    private DiffFormat format = DiffFormat.TEXT;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Outcome later = EarlierReport.read(after);
        Difference difference = Difference.between(EarlierReport.read(before), later);
        try (Writer out = terminal.untrusted()) {
            format.write(difference, out);
        }
        return ExitCode.of(difference, later);
    }
}
