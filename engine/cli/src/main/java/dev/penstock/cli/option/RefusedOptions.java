package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that users know from elsewhere and that have nothing to do here: each is refused, with what to do instead. */
public final class RefusedOptions {
    private static final String UPLOAD = "nothing is uploaded from here; --export pps writes a snapshot to a file";

    /** Made by picocli. */
    public RefusedOptions() {}

    @Option(names = "--share", hidden = true, arity = "0..1", fallbackValue = "true", description = "Refused.")
    void share(@Nullable String value) {
        refuseUnlessOff("--share", value);
    }

    @Option(names = "--snapshot", hidden = true, arity = "0..1", fallbackValue = "true", description = "Refused.")
    void snapshot(@Nullable String value) {
        refuseUnlessOff("--snapshot", value);
    }

    @Option(names = "--snapshot-location", hidden = true, description = "Refused.")
    void location(@Nullable String value) {
        refuse("--snapshot-location", value, UPLOAD);
    }

    @Option(names = "--snapshot-tag", hidden = true, description = "Refused.")
    void tag(@Nullable String value) {
        refuse("--snapshot-tag", value, UPLOAD);
    }

    @Option(names = "--snapshot-title", hidden = true, description = "Refused.")
    void title(@Nullable String value) {
        refuse("--snapshot-title", value, UPLOAD);
    }

    @Option(names = "--pipes-host", hidden = true, description = "Refused.")
    void host(@Nullable String value) {
        refuse("--pipes-host", value, UPLOAD);
    }

    @Option(names = "--pipes-token", hidden = true, description = "Refused.")
    void token(@Nullable String value) {
        refuse("--pipes-token", value, UPLOAD);
    }

    @Option(names = "--database", hidden = true, description = "Refused.")
    void database(@Nullable String value) {
        refuse("--database", value, "there is no database here; --search-path chooses connections");
    }

    @Option(names = "--workspace", hidden = true, description = "Refused.")
    void workspace(@Nullable String value) {
        if (value != null && !value.equals("default")) {
            refuse("--workspace", value, "there are no workspace profiles here; give the flags themselves");
        }
    }

    private static void refuseUnlessOff(String option, @Nullable String value) {
        if (value != null && !value.equals("false")) {
            refuse(option, value, UPLOAD);
        }
    }

    private static void refuse(String option, @Nullable String value, String instead) {
        if (value != null) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, option + ": " + instead);
        }
    }
}
