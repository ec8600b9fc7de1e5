package dev.penstock.cli.command;

import dev.penstock.cli.option.CommonOptions;
import dev.penstock.cli.output.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /** The command line over a terminal. */
    public static CommandLine commandLine(Terminal terminal) {
        var root = new CommandLine(new PenstockCommand())
                .addSubcommand(CheckCommands.ofControls(terminal))
                .addSubcommand(CheckCommands.ofBenchmarks(terminal))
                .addSubcommand(QueryCommand.commandLine(terminal))
                .addSubcommand(ConnectionCommand.commandLine(terminal))
                .addSubcommand(ModCommand.commandLine(terminal))
                .addSubcommand(TableCommand.commandLine(terminal))
                .addSubcommand(VariableCommand.commandLine(terminal))
                .addSubcommand(new SimulatorCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .addSubcommand(new UsageCommand());
        PartCommand.addAll(root, terminal);
        RefusedCommand.addAll(root);
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
