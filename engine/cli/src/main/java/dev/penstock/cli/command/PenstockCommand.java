package dev.penstock.cli.command;

import dev.penstock.cli.option.CommonOptions;
import dev.penstock.cli.output.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows what there is. */
@Command(
        name = "penstock",
        versionProvider = PenstockCommand.Version.class,
        description = "SQL over cloud APIs, and compliance controls written in that SQL.",
        footer = {
            "",
            "Examples:",
            "  penstock control run iam_user_one_active_key --demo",
            "  penstock benchmark run cis_v200",
            "  penstock query \"select name, create_date from aws_iam_user order by name\"",
            "  penstock query"
        })
public final class PenstockCommand implements Runnable {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private PenstockCommand() {}

    /** The command line over a terminal, with the subcommands that the words of a command need. */
    public static CommandLine commandLine(Terminal terminal, List<String> words) {
        var subcommands = new Subcommands()
                .with("control", behind -> CheckCommands.ofControls(terminal, behind))
                .with("benchmark", behind -> CheckCommands.ofBenchmarks(terminal, behind))
                .with("diff", () -> new DiffCommand(terminal))
                .with("query", behind -> QueryCommand.commandLine(terminal, behind))
                .with("connection", behind -> ConnectionCommand.commandLine(terminal, behind))
                .with("mod", behind -> ModCommand.commandLine(terminal, behind))
                .with("table", behind -> TableCommand.commandLine(terminal, behind))
                .with("variable", behind -> VariableCommand.commandLine(terminal, behind))
                .with("simulator", () -> new SimulatorCommand(terminal))
                .with("completion", () -> new CompletionCommand(terminal))
                .with("help", UsageCommand::new);
        PartCommand.addAll(subcommands, terminal);
        RefusedCommand.addAll(subcommands);
        // These two look at all the others.
        boolean all = !words.isEmpty() && Set.of("help", "completion").contains(words.get(0));
        CommandLine root = subcommands.addTo(new CommandLine(new PenstockCommand()), all ? Subcommands.HELP : words);
        root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        return root;
    }

    /** Whether stack traces were asked for. */
    public boolean verbose() {
        return common.verbose();
    }

    /** The version, as the build wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PenstockCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Penstock v" + (version == null ? "0" : version)};
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
