package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.InstallOptions;
import dev.penstock.cli.option.ModFolder;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.dependency.ModInstaller.Pull;
import dev.penstock.controls.mod.dependency.ModText;
import dev.penstock.controls.mod.dependency.Requirement;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mod update}. */
@Command(
        name = "update",
        description = "Install the newest version that fits, of the mods named or of all.",
        sortOptions = false)
final class ModUpdateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "<mod>", description = "host/org/repo, as the mod requires it.")
    private List<String> targets = List.of();

    @Mixin
    private ModFolder folder = new ModFolder();

    @Mixin
    private InstallOptions options = new InstallOptions();

    ModUpdateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return InstallOptions.guarded(terminal, ExitCode.MOD_NOT_INSTALLED, () -> {
            ModText mod = folder.text();
            List<String> required =
                    mod.requirements().stream().map(Requirement::path).toList();
            targets.stream().filter(target -> !required.contains(target)).forEach(target -> {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "the mod " + mod.name() + " does not require " + target + NearestName.hint(target, required));
            });
            Pull others = targets.isEmpty() ? Pull.LATEST : Pull.MINIMAL;
            if (options.install(folder.path(), mod, Set.copyOf(targets), others, terminal)
                    .isEmpty()) {
                terminal.out().println("All targeted mods are up to date");
            }
            return ExitCode.OK;
        });
    }
}
