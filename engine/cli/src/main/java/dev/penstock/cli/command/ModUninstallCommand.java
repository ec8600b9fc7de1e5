package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.InstallOptions;
import dev.penstock.cli.option.ModFolder;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.dependency.ModInstaller.Pull;
import dev.penstock.controls.mod.dependency.ModText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mod uninstall}. */
@Command(name = "uninstall", description = "Require mods no more, and remove them.", sortOptions = false)
final class ModUninstallCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "<mod>", description = "host/org/repo, as the mod requires it.")
    private List<String> targets = List.of();

    @Mixin
    private ModFolder folder = new ModFolder();

    @Mixin
    private InstallOptions options = new InstallOptions();

    ModUninstallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return InstallOptions.guarded(terminal, ExitCode.MOD_NOT_INSTALLED, () -> {
            ModText before = folder.text();
            ModText after = before;
            for (String target : targets) {
                ModText current = after;
                after = current.without(target).orElse(current);
            }
            if (after.text().equals(before.text())) {
                terminal.out().println("Nothing uninstalled");
                return ExitCode.OK;
            }
            options.install(folder.path(), after, Set.of(), Pull.MINIMAL, terminal);
            if (!options.dryRun()) {
                after.write();
            }
            return ExitCode.OK;
        });
    }
}
