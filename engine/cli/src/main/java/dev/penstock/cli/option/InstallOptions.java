package dev.penstock.cli.option;

import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.dependency.InstallReport;
import dev.penstock.controls.mod.dependency.ModInstaller;
import dev.penstock.controls.mod.dependency.ModInstaller.Pull;
import dev.penstock.controls.mod.dependency.ModText;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How mods are installed, and what is said about it. */
public final class InstallOptions {
    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(names = "--force", description = "Install what asks for a later version of the program, too.")
    private boolean force;

    @Option(
            names = "--prune",
            negatable = true,
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "Remove mods that nothing requires any more (default: true).")
    private boolean prune;

    @Option(
            names = "--pull",
            paramLabel = "<which>",
            description = "Mods of which the newest is wanted although one that fits is installed: minimal (none), "
                    + "development (those that follow a branch), latest or full (all).")
    private String pull = "";

    /** Made by picocli. */
    public InstallOptions() {}

    /** Whether nothing is to be changed. */
    public boolean dryRun() {
        return dryRun;
    }

    /**
     * Installs what a mod requires, and says what is different.
     *
     * @param newest mods of which the newest is wanted
     * @param otherwise what --pull is if it is not given
     */
    public InstallReport install(Path folder, ModText mod, Set<String> newest, Pull otherwise, Terminal terminal) {
        var options = new ModInstaller.Options(newest, pull(otherwise), force, dryRun, prune);
        InstallReport report = new ModInstaller(folder, System.getenv(), options).install(mod);
        report.changes().forEach((word, keys) -> {
            String done = dryRun ? "Would have " + word.toLowerCase(Locale.ROOT) : word;
            terminal.out().println(done + " " + keys.size() + (keys.size() == 1 ? " mod:" : " mods:"));
            terminal.out().println();
            terminal.out().println(report.root());
            for (int i = 0; i < keys.size(); i++) {
                terminal.out().println((i == keys.size() - 1 ? "└── " : "├── ") + keys.get(i));
            }
            terminal.out().println();
        });
        return report;
    }

    private Pull pull(Pull otherwise) {
        if (pull.isEmpty()) {
            return otherwise;
        }
        return Stream.of(Pull.values())
                .filter(one -> one.name().equalsIgnoreCase(pull))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "--pull is minimal, development, latest or full, not \"" + pull + "\""));
    }

    /** Runs a step; what goes wrong in it is said, and has an exit code of its own. */
    public static int guarded(Terminal terminal, int failed, Supplier<Integer> step) {
        try {
            return step.get();
        } catch (EngineException e) {
            terminal.error(e.getMessage());
            return e.code() == ErrorCode.INVALID_PARAMETER ? ExitCode.BAD_ARGUMENTS : failed;
        }
    }
}
