package dev.penstock.sql.plan;

import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.function.SetFunctionDefinition;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;

/**
 * Each row of the input as often as functions give rows for it: the input's fields, then the columns of the functions,
 * then, if asked for, the number of the row. Functions that give fewer rows than others go on with NULL.
 */
final class ProjectSet extends SingleRel {
    private final List<Call> calls;
    private final boolean numbered;
    private final boolean outer;

    /**
     * A function and the fields of the input that are its arguments.
     *
     * @param name for plans
     */
    record Call(String name, SetFunctionDefinition.Call function, List<Integer> arguments, List<String> types) {
        @Override
        public String toString() {
            return name + arguments;
        }
    }

    ProjectSet(RelNode input, List<Call> calls, boolean numbered, boolean outer) {
        super(input.getCluster(), input.getTraitSet(), input);
        this.calls = List.copyOf(calls);
        this.numbered = numbered;
        this.outer = outer;
    }

    List<Call> calls() {
        return calls;
    }

    boolean isNumbered() {
        return numbered;
    }

    /** Whether a row for which nothing is given stays, with NULLs. */
    boolean isOuter() {
        return outer;
    }

    /** The same over another input, whose fields stand {@code shift} places further right. */
    ProjectSet over(RelNode newInput, int shift, boolean keepsAll) {
        List<Call> moved = calls.stream()
                .map(call -> new Call(
                        call.name(),
                        call.function(),
                        call.arguments().stream()
                                .map(argument -> argument + shift)
                                .toList(),
                        call.types()))
                .toList();
        return new ProjectSet(newInput, moved, numbered, keepsAll);
    }

    /** The same with other arguments. */
    ProjectSet with(RelNode newInput, List<Call> newCalls) {
        return new ProjectSet(newInput, newCalls, numbered, outer);
    }

    @Override
    protected RelDataType deriveRowType() {
        var factory = getCluster().getTypeFactory();
        var builder = factory.builder();
        builder.addAll(getInput().getRowType().getFieldList());
        for (Call call : calls) {
            call.function()
                    .columnTypes()
                    .forEach(type -> builder.add(call.name(), PostgresTypes.nullable(factory, type)));
        }
        if (numbered) {
            builder.add("ordinality", PostgresTypes.nullable(factory, "int8"));
        }
        return builder.uniquify().build();
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new ProjectSet(inputs.get(0), calls, numbered, outer);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer)
                .item("calls", calls)
                .itemIf("ordinality", true, numbered)
                .itemIf("outer", true, outer);
    }
}
