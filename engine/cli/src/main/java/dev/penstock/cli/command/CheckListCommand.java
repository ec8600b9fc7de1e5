package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.CheckNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code control list} and {@code benchmark list}. */
@Command(name = "list", description = "List what the mod has.")
final class CheckListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CheckCommands.Kind kind;

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    CheckListCommand(Terminal terminal, CheckCommands.Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        Mod mod = mods.load(terminal);
        // People see what stands at the top; programs see everything.
        boolean all = kind == CheckCommands.Kind.CONTROL || format.style().isForPrograms();
        ModRows.of(
                        mod,
                        all ? kind::all : kind::roots,
                        (CheckNode node) -> ModRows.row(node.mod(), node.name(), node.title()))
                .print(terminal, format.style());
        return ExitCode.of(mod);
    }
}
