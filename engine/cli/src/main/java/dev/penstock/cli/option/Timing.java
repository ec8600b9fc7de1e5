package dev.penstock.cli.option;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much is said of what a query cost. */
public enum Timing {
    OFF,
    ON,
    VERBOSE;

    /** Whether anything is said. */
    public boolean shown() {
        return this != OFF;
    }

    /** Takes the words, and true and false as older scripts write them. */
    public static final class Converter implements ITypeConverter<Timing> {
        @Override
        public Timing convert(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "off", "false" -> OFF;
                case "on", "true" -> ON;
                case "verbose" -> VERBOSE;
                default -> throw new TypeConversionException("--timing takes off, on or verbose, not \"" + word + "\"");
            };
        }
    }
}
