package dev.penstock.cli.option;

import dev.penstock.sql.EngineSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What becomes of a query when some accounts can't be read. */
public final class PartialOptions {
    @Option(
            names = "--partial",
            defaultValue = "fail",
            paramLabel = "fail|warn",
            converter = Converter.class,
            description = "When some accounts can't be read: give the rows of the others and fail, or end well with a"
                    + " warning, also where rows of several accounts are counted or joined (default: fail).")
    private Partial partial = Partial.FAIL;

    /** Made by picocli. */
    public PartialOptions() {}

    /** The settings with what was asked for. */
    public EngineSettings applied(EngineSettings settings) {
        return partial == Partial.WARN ? settings.acceptingPartial() : settings;
    }

    /** The two words. */
    private enum Partial {
        FAIL,
        WARN
    }

    /** Reads them. */
    static final class Converter implements ITypeConverter<Partial> {
        @Override
        public Partial convert(String word) {
            return switch (word) {
                case "warn" -> Partial.WARN;
                case "fail" -> Partial.FAIL;
                default -> throw new TypeConversionException("--partial takes fail or warn, not \"" + word + "\"");
            };
        }
    }
}
