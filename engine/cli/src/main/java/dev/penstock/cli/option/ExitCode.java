package dev.penstock.cli.option;

import dev.penstock.controls.comparison.Difference;
import dev.penstock.controls.comparison.Outcome;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.StatusCounts;
import dev.penstock.spi.error.EngineException;

/** What the process ends with; the numbers of the peers that users come from. */
public final class ExitCode {
    /** No alarm, no error. */
    public static final int OK = 0;
    /** At least one alarm, no error. */
    public static final int ALARM = 1;
    /** At least one error: something is not known. */
    public static final int ERROR = 2;
    /** A query failed. */
    public static final int QUERY_FAILED = 41;
    /** A mod could not be made. */
    public static final int MOD_NOT_MADE = 61;
    /** A mod could not be installed. */
    public static final int MOD_NOT_INSTALLED = 62;
    /** The engine could not be set up. */
    public static final int NOT_INITIALISED = 250;
    /** There is no mod, or it is broken. */
    public static final int NO_MOD = 252;
    /** A file could not be read or written. */
    public static final int FILE_ACCESS = 253;
    /** A name that does not exist, a value that does not fit. */
    public static final int BAD_ARGUMENTS = 254;
    /** A flag or command that does not exist, or a fault of Penstock itself. */
    public static final int UNKNOWN = 255;
    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** Nobody reads the output any more; what a shell shows for a program that such a pipe ended. */
    public static final int READER_GONE = 141;

    private ExitCode() {}

    /** The code of a run with these verdicts. */
    public static int of(StatusCounts counts) {
        return counts.error() > 0 ? ERROR : counts.alarm() > 0 ? ALARM : OK;
    }

    /** The code of a run against an earlier one: alarms that were there before don't count. */
    public static int of(Difference difference, Outcome later) {
        return later.hasErrors() ? ERROR : difference.fresh().isEmpty() ? OK : ALARM;
    }

    /** The code of a list of what a mod has: an error if some of it is broken. */
    public static int of(Mod mod) {
        return mod.problems().isEmpty() ? OK : ERROR;
    }

    /** The code of a command that an error ended. */
    public static int of(EngineException error) {
        return switch (error.code()) {
            case UNKNOWN_NAME, INVALID_PARAMETER -> BAD_ARGUMENTS;
            case INVALID_MOD -> NO_MOD;
            case FILE_ACCESS -> FILE_ACCESS;
            case INVALID_CONFIGURATION -> NOT_INITIALISED;
            case CANCELED -> INTERRUPTED;
            case INTERNAL -> UNKNOWN;
            default -> QUERY_FAILED;
        };
    }
}
