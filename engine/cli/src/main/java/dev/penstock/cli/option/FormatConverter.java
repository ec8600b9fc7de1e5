package dev.penstock.cli.option;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.cli.output.DiffFormat;
import dev.penstock.cli.output.ListStyle;
import dev.penstock.cli.output.PageFormat;
import dev.penstock.cli.output.ResultFormat;
import dev.penstock.spi.error.NearestName;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a format, in any case, to the format. */
public final class FormatConverter {
    private FormatConverter() {}

    private static TypeConversionException unknown(String name, List<String> names) {
        return new TypeConversionException("there is no format \"" + name + "\"" + NearestName.hint(name, names)
                + "; formats are " + String.join(", ", names));
    }

    /** For runs of controls. */
    public static final class OfChecks implements ITypeConverter<CheckFormat> {
        @Override
        public CheckFormat convert(String name) {
            return CheckFormat.named(name).orElseThrow(() -> unknown(name, CheckFormat.names()));
        }
    }

    /** For pages of tables. */
    public static final class OfPages implements ITypeConverter<PageFormat> {
        @Override
        public PageFormat convert(String name) {
            return PageFormat.named(name).orElseThrow(() -> unknown(name, PageFormat.names()));
        }
    }

    /** For queries. */
    public static final class OfResults implements ITypeConverter<ResultFormat> {
        @Override
        public ResultFormat convert(String name) {
            return ResultFormat.named(name).orElseThrow(() -> unknown(name, ResultFormat.names()));
        }
    }

    /** For comparisons of two runs. */
    public static final class OfDifferences implements ITypeConverter<DiffFormat> {
        @Override
        public DiffFormat convert(String name) {
            return DiffFormat.named(name).orElseThrow(() -> unknown(name, DiffFormat.names()));
        }
    }

    /** For lists and attributes. */
    public static final class OfLists implements ITypeConverter<ListStyle> {
        @Override
        public ListStyle convert(String name) {
            return ListStyle.named(name).orElseThrow(() -> unknown(name, ListStyle.names()));
        }
    }
}
