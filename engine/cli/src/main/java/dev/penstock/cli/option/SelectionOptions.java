package dev.penstock.cli.option;

import dev.penstock.controls.filter.Condition;
import dev.penstock.controls.filter.TagFilter;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which of the controls that were named. */
public final class SelectionOptions {
    @Option(
            names = "--where",
            paramLabel = "<condition>",
            description = "Only controls for which this is true, such as"
                    + " \"severity in ('high', 'critical') and tags ->> 'cis_level' = '1'\".")
    private String where = "";

    @Option(
            names = "--tag",
            paramLabel = "<key>=<value>",
            description = "Only controls with this tag, or without it: key!=value. Several values of one key are"
                    + " alternatives, several keys are all wanted.")
    private List<String> tags = List.of();

    /** Made by picocli. */
    public SelectionOptions() {}

    /**
     * What is left of a tree.
     *
     * @throws EngineException with code INVALID_PARAMETER if a condition is wrong
     */
    public CheckTree applied(CheckTree tree) {
        if (where.isBlank() && tags.isEmpty()) {
            return tree;
        }
        if (!where.isBlank() && !tags.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER,
                    "--where and --tag exclude one another; a tag in a condition is tags ->> 'key' = 'value'");
        }
        Predicate<Control> wanted = where.isBlank() ? TagFilter.of(tags) : Condition.of(where);
        return tree.keeping(wanted);
    }

    /** Whether anything was asked for. */
    public boolean isEmpty() {
        return where.isBlank() && tags.isEmpty();
    }
}
