package dev.penstock.cli;

import dev.penstock.cli.command.PenstockCommand;
import dev.penstock.cli.command.StatementException;
import dev.penstock.cli.option.EnvironmentDefaults;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.WarmUp;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.NearestName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The process: arguments in, exit code out. Everything that goes wrong becomes one line on standard error. */
public final class Main {
    /** The words of commands that plan statements. */
    private static final Set<String> READING = Set.of("run", "query");

    private final Terminal terminal;

    private final EnvironmentDefaults environment;

    private Main(Terminal terminal, EnvironmentDefaults environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Runs a command and ends the process. */
    public static void main(String[] args) {
        if (Stream.of(args).anyMatch(READING::contains)) {
            WarmUp.ofPlanner();
        }
        int code = run(Terminal.ofProcess(System.getenv()), System.getenv(), args);
        // Workers are daemons, and streams are flushed: nothing is left to wait for.
        Runtime.getRuntime().halt(code);
    }

    /** Runs a command on a terminal in an environment; the exit code. */
    static int run(Terminal terminal, Map<String, String> environment, String... args) {
        var defaults = new EnvironmentDefaults(environment);
        var main = new Main(terminal, defaults);
        CommandLine line = PenstockCommand.commandLine(terminal, List.of(args));
        line.setDefaultValueProvider(defaults);
        line.setParameterExceptionHandler((thrown, arguments) -> main.refuse(thrown));
        line.setExecutionExceptionHandler(main::fail);
        line.setExecutionStrategy(Main::execute);
        int code = main.guarded(line, args);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** An error of the machine, such as no memory, must not end like an alarm. */
    private int guarded(CommandLine line, String... args) {
        try {
            return line.execute(Stream.of(args).map(Main::asSql).toArray(String[]::new));
        } catch (OutOfMemoryError | StackOverflowError e) {
            terminal.error("out of memory: " + e + "; PENSTOCK_JAVA_OPTIONS=-Xmx<size> sets how much there is");
            return ExitCode.UNKNOWN;
        } catch (LinkageError | ServiceConfigurationError e) {
            terminal.error("the installation is broken: " + e + "; build it anew with mvn clean package");
            return ExitCode.UNKNOWN;
        }
    }

    /** SQL may begin with a comment, which must not be read as a flag. */
    private static String asSql(String argument) {
        return argument.startsWith("--")
                        && argument.length() > 2
                        && (Character.isWhitespace(argument.charAt(2)) || argument.contains("\n"))
                ? " " + argument
                : argument;
    }

    /** Options of a command that a subcommand would not see are refused, not passed over. */
    private static int execute(ParseResult parsed) {
        for (ParseResult at = parsed; at.hasSubcommand(); at = at.subcommand()) {
            CommandLine command = at.commandSpec().commandLine();
            at.matchedOptions().stream()
                    .filter(option -> option.scopeType() != ScopeType.INHERIT)
                    .findFirst()
                    .ifPresent(option -> {
                        throw new ParameterException(
                                command, "the flag " + option.longestName() + " stands behind the subcommand");
                    });
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int refuse(ParameterException thrown) {
        boolean unknown = thrown instanceof UnmatchedArgumentException;
        terminal.error(oneLine(thrown) + (oneLine(thrown).endsWith("?") ? " " : "; ")
                + thrown.getCommandLine().getCommandSpec().qualifiedName() + " --help shows what there is");
        return unknown ? ExitCode.UNKNOWN : ExitCode.BAD_ARGUMENTS;
    }

    private String oneLine(ParameterException thrown) {
        String origin = thrown.getArgSpec() instanceof OptionSpec option && !isGiven(thrown.getCommandLine(), option)
                ? environment
                        .variable(option.longestName())
                        .map(name -> name + ": ")
                        .orElse("")
                : "";
        return origin + message(thrown);
    }

    private static boolean isGiven(CommandLine command, OptionSpec option) {
        ParseResult parsed = command.getParseResult();
        return parsed != null && parsed.hasMatchedOption(option);
    }

    private static String message(ParameterException thrown) {
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            CommandLine command = thrown.getCommandLine();
            String word = unmatched.getUnmatched().get(0);
            boolean flag = word.startsWith("-");
            List<String> known = flag
                    ? command.getCommandSpec().options().stream()
                            .map(option -> option.longestName())
                            .toList()
                    : List.copyOf(command.getSubcommands().keySet());
            return "unknown " + (flag ? "flag " : "argument ") + word + NearestName.hint(word, known);
        }
        String message = String.valueOf(thrown.getMessage());
        int cause = message.indexOf("': ");
        return cause > 0 && message.startsWith("Invalid value for option") && !message.contains("' is not ")
                ? message.substring(cause + 3)
                : message;
    }

    private int fail(Exception thrown, CommandLine command, ParseResult parsed) {
        boolean verbose = ((PenstockCommand) command.getCommandSpec().root().userObject()).verbose();
        if (verbose) {
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            terminal.err().print(SafeText.lines(trace.toString()));
        }
        if (thrown instanceof StatementException statement) {
            statement.print(terminal);
            return ExitCode.of(statement.error());
        }
        if (thrown instanceof EngineException error) {
            terminal.error(error.getMessage()
                    + error.position().map(position -> " (" + position + ")").orElse(""));
            return ExitCode.of(error);
        }
        Throwable io = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
        if (io instanceof ClosedChannelException) {
            // The reader has seen enough, as head does.
            return ExitCode.READER_GONE;
        }
        if (io instanceof IOException) {
            terminal.error("can't write the output: " + io.getMessage());
            return ExitCode.FILE_ACCESS;
        }
        terminal.error("internal error: " + thrown + (verbose ? "" : "; --verbose shows where"));
        return ExitCode.UNKNOWN;
    }
}
