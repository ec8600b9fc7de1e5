package dev.penstock.cli.option;

import dev.penstock.cli.output.Timing;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --timing}. */
final class TimingConverter implements ITypeConverter<Timing> {
    @Override
    public Timing convert(String word) {
        return Timing.named(word)
                .orElseThrow(
                        () -> new TypeConversionException("--timing takes off, on or verbose, not \"" + word + "\""));
    }
}
