package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dashboard list} and its like. */
@Command(name = "list", description = "List what the mod has, and what it requires.", sortOptions = false)
final class PartListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final String type;

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    PartListCommand(Terminal terminal, String type) {
        this.terminal = terminal;
        this.type = type;
    }

    @Override
    public Integer call() throws IOException {
        Mod mod = mods.load(terminal);
        ModRows.of(mod, one -> one.parts(type).values(), part -> ModRows.row(part.mod(), part.name(), part.title()))
                .print(terminal, format.style());
        return ExitCode.of(mod);
    }
}
