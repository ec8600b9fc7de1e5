package dev.penstock.cli.option;

import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.ResultRenderer;
import dev.penstock.cli.output.ResultStyle;
import dev.penstock.cli.output.Timing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the rows of a query are shown. */
public final class ResultOptions {
    @Option(
            names = "--output",
            defaultValue = "table",
            paramLabel = "<format>",
            converter = FormatConverter.OfResults.class,
            description = "table, csv, json, jsonl, line, md, snapshot (or pps) or none (default: table).")
    private ResultFormat format = ResultFormat.TABLE;

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Option(
            names = "--timing",
            arity = "0..1",
            defaultValue = "off",
            fallbackValue = "on",
            paramLabel = "off|on|verbose",
            converter = TimingConverter.class,
            description = "Say how long a query took and which calls it made (default: off).")
    private Timing timing = Timing.OFF;

    /** Made by picocli. */
    public ResultOptions() {}

    /** How rows are shown. */
    public ResultStyle style() {
        return ResultStyle.of(format, csv.header(), csv.separator());
    }

    /** How much is said of the cost. */
    public Timing timing() {
        return timing;
    }

    /** What writes the rows. */
    public ResultRenderer renderer() {
        return style().renderer();
    }
}
