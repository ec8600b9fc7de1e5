package dev.penstock.cli.option;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.ResultFormat;
import dev.penstock.spi.error.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a format, in any case, to the format. */
public final class FormatConverter {
    private FormatConverter() {}

    private static <E extends Enum<E>> E named(String name, E[] all) {
        Optional<E> found = Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
        List<String> names = Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return found.orElseThrow(() -> new TypeConversionException("there is no format \"" + name + "\""
                + NearestName.hint(name, names) + "; formats are " + String.join(", ", names)));
    }

    /** For runs of controls. */
    public static final class OfChecks implements ITypeConverter<CheckFormat> {
        @Override
        public CheckFormat convert(String name) {
            return named(name, CheckFormat.values());
        }
    }

    /** For queries. */
    public static final class OfResults implements ITypeConverter<ResultFormat> {
        @Override
        public ResultFormat convert(String name) {
            return named(name, ResultFormat.values());
        }
    }
}
