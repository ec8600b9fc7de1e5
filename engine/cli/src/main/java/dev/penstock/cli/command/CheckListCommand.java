package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.CheckNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        var rows = new ArrayList<List<String>>();
        for (CheckNode node : kind.all(mod)) {
            rows.add(List.of(node.mod(), node.name(), node.title()));
        }
        new NameTable(List.of("mod", "name", "title"), rows).print(terminal, format.isJson());
        return 0;
    }
}
