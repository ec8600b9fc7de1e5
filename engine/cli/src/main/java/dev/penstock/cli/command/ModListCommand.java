package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModFolder;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.mod.VariablePrompt;
import dev.penstock.controls.mod.dependency.InstallReport;
import dev.penstock.controls.mod.dependency.LockFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mod list}: what is installed. The whole mod is looked at, and what is broken is said. */
@Command(name = "list", description = "List the installed mods, and say what is broken in them.", sortOptions = false)
final class ModListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModFolder folder = new ModFolder();

    @Mixin
    private ListFormat format = new ListFormat();

    ModListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String name = folder.text().name();
        LockFile lock = LockFile.read(folder.path());
        if (format.isJson()) {
            List<List<String>> rows = lock.choices().entrySet().stream()
                    .flatMap(parent -> parent.getValue().values().stream()
                            .map(one -> List.of(
                                    parent.getKey(), one.path(), one.alias(), one.kind(), one.value(), one.commit())))
                    .toList();
            new NameTable(List.of("parent", "name", "alias", "kind", "value", "commit"), rows).print(terminal, true);
        } else if (lock.choices().isEmpty()) {
            terminal.out().println("No mods installed.");
        } else {
            InstallReport.tree(name, lock).forEach(line -> terminal.out().println(SafeText.line(line)));
        }
        Mod mod = ModLoader.load(
                folder.path(), new ModSettings(System.getenv(), List.of(), List.of(), VariablePrompt.NOBODY));
        mod.problems().forEach(terminal::warning);
        mod.warnings().forEach(terminal::warning);
        return ExitCode.of(mod);
    }
}
