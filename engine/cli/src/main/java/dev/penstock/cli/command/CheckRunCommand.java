package dev.penstock.cli.command;

import dev.penstock.cli.option.CheckOutputOptions;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.output.Progress;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code control run} and {@code benchmark run}. */
@Command(
        name = "run",
        description = "Run by name. Ends with 0 without alarm, 1 with alarms, 2 if anything could not be found out.",
        sortOptions = false)
final class CheckRunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CheckCommands.Kind kind;

    @Parameters(
            arity = "1..*",
            paramLabel = "<name>",
            description = "name, type.name or mod.type.name; or all, by itself.")
    private List<String> names = List.of();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private CheckOutputOptions output = new CheckOutputOptions();

    @Option(
            names = "--progress",
            negatable = true,
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "Show how far the run is, where standard error is a terminal (default: true).")
    private boolean progress;

    @Option(names = "--timing", description = "Say how long the run took and which calls it made, on standard error.")
    private boolean timing;

    @Option(
            names = "--max-parallel",
            defaultValue = "10",
            paramLabel = "<n>",
            description = "Controls that run at once (default: 10).")
    private int maxParallel;

    @Option(names = PermissionsReport.OPTION, description = PermissionsReport.DESCRIPTION)
    private boolean permissions;

    CheckRunCommand(Terminal terminal, CheckCommands.Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        if (maxParallel < 1) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "--max-parallel must be at least 1");
        }
        output.check();
        Mod mod = mods.load(terminal);
        List<CheckNode> targets = targets(mod);
        EngineSettings settings = source.settings(EngineSettings.defaults());
        try (source;
                Engine engine = source.open(terminal, settings);
                Session session = engine.openSession()) {
            if (permissions) {
                int code = PermissionsReport.print(session, queries(targets), terminal);
                return leftOut(mod) ? ExitCode.ERROR : code;
            }
            CheckReport report = run(session, settings, targets);
            boolean exported = output.write(report, mod, terminal, progress);
            CallLines.warn(terminal, session.calls());
            if (timing) {
                CallLines.print(terminal, Duration.between(report.started(), report.ended()), session.calls(), true);
            }
            return leftOut(mod) || !exported ? ExitCode.ERROR : ExitCode.of(report.counts());
        }
    }

    /** Of all, what is broken could not be run: nothing is known of it. */
    private boolean leftOut(Mod mod) {
        return names.contains("all") && !mod.problems().isEmpty();
    }

    private static Map<String, String> queries(List<CheckNode> targets) {
        var queries = new TreeMap<String, String>();
        targets.stream()
                .flatMap(CheckRunCommand::controls)
                .forEach(control ->
                        queries.put(control.fullName(), control.query().sql()));
        return queries;
    }

    private CheckReport run(Session session, EngineSettings settings, List<CheckNode> targets) {
        if (!progress || output.isSilent()) {
            return new ControlRunner(session, settings.clock(), maxParallel, RunListener.NONE).run(targets);
        }
        int controls = (int) targets.stream()
                .flatMap(CheckRunCommand::controls)
                .map(Control::fullName)
                .distinct()
                .count();
        try (Progress shown = Progress.show(terminal, controls, session::calls)) {
            return new ControlRunner(session, settings.clock(), maxParallel, shown).run(targets);
        }
    }

    private static Stream<Control> controls(CheckNode node) {
        return node instanceof Benchmark benchmark
                ? benchmark.children().stream().flatMap(CheckRunCommand::controls)
                : Stream.of((Control) node);
    }

    private List<CheckNode> targets(Mod mod) {
        if (!names.contains("all")) {
            return names.stream().map(name -> kind.find(mod, name)).toList();
        }
        if (names.size() > 1) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "all stands for everything, without other names");
        }
        List<CheckNode> roots = kind.roots(mod);
        if (roots.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "the mod " + mod.name() + " has no " + kind.word().toLowerCase(Locale.ROOT));
        }
        return roots;
    }
}
