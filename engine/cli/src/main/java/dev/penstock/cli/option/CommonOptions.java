package dev.penstock.cli.option;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
public final class CommonOptions {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from inside of Penstock, too.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    /** Made by picocli. */
    public CommonOptions() {}

    /** Whether stack traces may be shown. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether help was asked for. */
    public boolean help() {
        return help;
    }
}
