package dev.penstock.cli.command;

import dev.penstock.cli.option.FormatConverter;
import dev.penstock.cli.output.PageFormat;
import dev.penstock.cli.output.TablePage;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code table show}. */
@Command(name = "show", description = "Show a table's columns, their calls, its keys, permissions and examples.")
final class TableShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<table>", description = "The name of a table.")
    private String name = "";

    @Option(
            names = "--output",
            defaultValue = "pretty",
            converter = FormatConverter.OfPages.class,
            paramLabel = "<format>",
            description = "pretty, markdown or json (default: pretty).")
    private PageFormat format = PageFormat.PRETTY;

    TableShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        TablePage page = page();
        try (Writer out = terminal.untrusted()) {
            format.write(page, out);
        }
        return 0;
    }

    private TablePage page() {
        var known = new ArrayList<String>();
        for (TablePlugin<?> plugin : TableCommand.plugins()) {
            List<String> names = plugin.tableNames();
            if (names.contains(name)) {
                return TablePage.of(plugin.table(name));
            }
            known.addAll(names);
        }
        throw new EngineException(
                ErrorCode.UNKNOWN_NAME, "there is no table \"" + name + "\"" + NearestName.hint(name, known));
    }
}
