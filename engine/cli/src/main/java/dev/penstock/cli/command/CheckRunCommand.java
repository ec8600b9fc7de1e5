package dev.penstock.cli.command;

import dev.penstock.cli.option.ArgumentOptions;
import dev.penstock.cli.option.BaselineOptions;
import dev.penstock.cli.option.CheckOutputOptions;
import dev.penstock.cli.option.DecisionOptions;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.RefusedOptions;
import dev.penstock.cli.option.RunOptions;
import dev.penstock.cli.option.SelectionOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.output.CallLines;
import dev.penstock.cli.output.Progress;
import dev.penstock.cli.output.ReportRoot;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.comparison.Outcome;
import dev.penstock.controls.decision.Decisions;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code control run} and {@code benchmark run}. */
@Command(
        name = "run",
        description = "Run by name. Ends with 0 without alarm, 1 with alarms, 2 if anything could not be found out.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  penstock control run iam_user_one_active_key --demo",
            "  penstock control run 'iam_*' --where \"severity in ('high', 'critical')\"",
            "  penstock benchmark run cis_v200 --tag cis_level=1 --output csv --export report.html",
            "  penstock benchmark run cis_v200 --output remediation > repair.sh",
            "  penstock benchmark run all --dry-run"
        })
final class CheckRunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CheckCommands.Kind kind;

    @Parameters(
            arity = "1..*",
            paramLabel = "<name>",
            description = "name, type.name or mod.type.name, also with * and ?; or all, by itself.")
    private List<String> names = List.of();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private ArgumentOptions values = new ArgumentOptions();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private DecisionOptions decided = new DecisionOptions();

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    @Mixin
    private CheckOutputOptions output = new CheckOutputOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // it refuses by itself
    private RefusedOptions refused = new RefusedOptions();

    @Option(names = PermissionsReport.OPTION, description = PermissionsReport.DESCRIPTION)
    private boolean permissions;

    CheckRunCommand(Terminal terminal, CheckCommands.Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        output.check();
        RunSettings settings = run.settings().withArguments(values.arguments());
        Mod mod = mods.load(terminal);
        CheckTree tree = selection.applied(new CheckTree(targets(mod)));
        requireOneControl(tree, settings.arguments());
        Clock clock = EngineSettings.defaults().clock();
        Optional<Outcome> earlier = baseline.outcome();
        Decisions decisions = decided.decisions(name -> controls(mod, name), clock);
        if (tree.roots().isEmpty()) {
            terminal.warning("no control is left of what was named");
        }
        if (run.dryRun()) {
            CheckReport report = ControlRunner.dryRun(tree, clock);
            return output.write(report, mod, terminal, run.progress()) ? ExitCode.OK : ExitCode.ERROR;
        }
        int code = permissions ? permissions(mod, tree) : run(mod, tree, settings, decisions, earlier);
        // Of all, or all like a pattern, what is broken could not be run: nothing is known of it.
        boolean leftOut =
                names.stream().anyMatch(Targets::isOpen) && !mod.problems().isEmpty();
        return leftOut ? ExitCode.ERROR : code;
    }

    private int permissions(Mod mod, CheckTree tree) throws IOException {
        Map<String, String> queries = new TreeMap<>();
        for (Control control : tree.controls()) {
            queries.put(control.fullName(), control.query().sql());
            if (output.needsRepairs()) {
                mod.remediation(control.query()).ifPresent(query -> queries.put(query.fullName(), query.sql()));
            }
        }
        try (source;
                Engine engine = source.open(terminal, source.settings(EngineSettings.defaults()));
                Session session = engine.openSession()) {
            return PermissionsReport.print(session, queries, terminal);
        }
    }

    private static List<Control> controls(Mod mod, String name) {
        return CheckCommands.Kind.CONTROL.targets(mod).named(List.of(name)).stream()
                .map(Control.class::cast)
                .toList();
    }

    private int run(Mod mod, CheckTree tree, RunSettings settings, Decisions decisions, Optional<Outcome> earlier)
            throws IOException {
        RunSettings reviewed = settings.withReview(decisions);
        EngineSettings engineSettings = source.settings(EngineSettings.defaults());
        try (source;
                Engine engine = source.open(terminal, engineSettings);
                Session session = engine.openSession();
                Progress progress = progress(tree, session);
                ControlRunner runner = new ControlRunner(session, engineSettings.clock(), reviewed, progress)) {
            CheckReport found = run(runner, tree, progress, mod);
            BaselineOptions.Compared compared = baseline.compared(
                    found.withNotes(decisions.notes(found)),
                    earlier,
                    control -> ReportRoot.controlId(control, mod.name()));
            CheckReport report = compared.report();
            boolean exported = output.write(report, mod, terminal, run.progress());
            report.notes().forEach(terminal::warning);
            CallLines.warn(terminal, session.calls());
            if (run.timing()) {
                CallLines.print(terminal, Duration.between(report.started(), report.ended()), session.calls(), true);
            }
            return exported && saysHowToRepair(report) ? compared.code() : ExitCode.ERROR;
        }
    }

    private boolean saysHowToRepair(CheckReport report) {
        report.repairs()
                .forEach((control, repair) -> repair.error()
                        .ifPresent(error ->
                                terminal.error("how to repair " + control + " is not known: " + error.message())));
        return report.repairs().values().stream()
                .allMatch(repair -> repair.error().isEmpty());
    }

    private CheckReport run(ControlRunner runner, CheckTree tree, Progress progress, Mod mod) {
        Interrupts interrupts = Interrupts.stopping(terminal, runner::stop);
        try {
            CheckReport report = runner.run(tree);
            return output.needsRepairs() ? runner.withRepairs(report, mod::remediation) : report;
        } finally {
            interrupts.close();
            progress.end();
        }
    }

    private Progress progress(CheckTree tree, Session session) {
        boolean shown = run.progress() && !output.isSilent();
        return Progress.of(terminal, shown, tree.controls().size(), session::calls);
    }

    private static void requireOneControl(CheckTree tree, Arguments arguments) {
        if (!arguments.isEmpty() && tree.controls().size() != 1) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER,
                    "--arg is for one control, and " + tree.controls().size() + " are to run");
        }
    }

    private List<CheckNode> targets(Mod mod) {
        List<CheckNode> named = kind.targets(mod).named(names);
        return names.contains(Targets.ALL) ? kind.roots(mod) : named;
    }
}
