package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.Query;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code query list}. */
@Command(name = "list", description = "List the named queries of the mod.")
final class QueryListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    QueryListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Mod mod = mods.load(terminal);
        ModRows.of(
                        mod,
                        one -> one.queries().values(),
                        (Query query) -> ModRows.row(query.mod(), query.name(), query.title()))
                .print(terminal, format.style());
        return ExitCode.of(mod);
    }
}
