package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.InstallOptions;
import dev.penstock.cli.option.ModFolder;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.dependency.ModText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mod init}. */
@Command(name = "init", description = "Make mod.pp in a folder that has none.", sortOptions = false)
final class ModInitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModFolder folder = new ModFolder();

    ModInitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return InstallOptions.guarded(terminal, ExitCode.MOD_NOT_MADE, () -> {
            Optional<ModText> present = ModText.find(folder.location());
            if (present.isPresent()) {
                terminal.warning("there is a mod already: " + present.get().file());
                return ExitCode.OK;
            }
            ModText made = ModText.made(folder.location());
            made.write();
            terminal.out().println("Made the mod " + made.name() + " in " + made.file());
            return ExitCode.OK;
        });
    }
}
