package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.Variable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code variable list}: no value is demanded, none that is secret is shown. */
@Command(name = "list", description = "List the variables of the mod, with their values.", sortOptions = false)
final class VariableListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    VariableListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Mod mod = mods.open();
        var rows = new ArrayList<List<String>>();
        add(mod, rows);
        mod.required().values().forEach(required -> add(required, rows));
        new NameTable(List.of("mod", "name", "type", "value", "description"), rows).print(terminal, format.style());
        mod.warnings().forEach(terminal::warning);
        return 0;
    }

    private static void add(Mod mod, List<List<String>> rows) {
        for (Variable variable : mod.variables().values()) {
            rows.add(List.of(
                    variable.mod(),
                    variable.name(),
                    variable.type(),
                    variable.shown(variable.value()),
                    variable.description()));
        }
    }
}
