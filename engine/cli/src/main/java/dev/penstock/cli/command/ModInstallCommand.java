package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.InstallOptions;
import dev.penstock.cli.option.ModFolder;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.dependency.InstallReport;
import dev.penstock.controls.mod.dependency.ModInstaller.Pull;
import dev.penstock.controls.mod.dependency.ModText;
import dev.penstock.controls.mod.dependency.Requirement;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mod install}. */
@Command(
        name = "install",
        description = "Install what the mod requires; what is named here is required from now on.",
        sortOptions = false)
final class ModInstallCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "<mod>",
            description = "host/org/repo, with @version, @tag or #branch behind it, or ./folder.")
    private List<String> targets = List.of();

    @Mixin
    private ModFolder folder = new ModFolder();

    @Mixin
    private InstallOptions options = new InstallOptions();

    ModInstallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return InstallOptions.guarded(terminal, ExitCode.MOD_NOT_INSTALLED, this::install);
    }

    private int install() {
        Path path = folder.path();
        ModText mod = targets.isEmpty() ? folder.text() : ModText.find(path).orElseGet(() -> ModText.made(path));
        Set<String> named = new LinkedHashSet<>();
        for (String target : targets) {
            Requirement requirement = Requirement.ofTarget(target, path);
            mod = mod.with(requirement);
            named.add(requirement.path());
        }
        InstallReport report = options.install(path, mod, named, Pull.MINIMAL, terminal);
        if (!targets.isEmpty() && !options.dryRun()) {
            mod.write();
        }
        if (report.isEmpty()) {
            terminal.out().println("All targeted mods are up to date");
        }
        return ExitCode.OK;
    }
}
