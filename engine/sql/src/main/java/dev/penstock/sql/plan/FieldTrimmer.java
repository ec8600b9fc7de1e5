package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mapping;
import org.apache.calcite.util.mapping.MappingType;
import org.apache.calcite.util.mapping.Mappings;

/**
 * Calcite's trimmer, which finds the method for a node by its class: with our own nodes, and below nodes that it does not
 * know it goes on.
 */
public final class FieldTrimmer extends RelFieldTrimmer {
    FieldTrimmer(RelBuilder builder) {
        super(null, builder);
    }

    /** A node of an unknown kind needs all fields of its inputs; what is below them may need less. */
    @Override
    public TrimResult trimFields(RelNode node, ImmutableBitSet fieldsUsed, Set<RelDataTypeField> extraFields) {
        var inputs = new ArrayList<RelNode>();
        for (RelNode input : node.getInputs()) {
            TrimResult trimmed = trimChild(
                    node, input, ImmutableBitSet.range(input.getRowType().getFieldCount()), Set.of());
            inputs.add(trimmed.right.isIdentity() ? trimmed.left : input);
        }
        RelNode copied = inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
        return result(copied, Mappings.createIdentity(node.getRowType().getFieldCount()));
    }

    /** Which fields a correlation reads is looked up anew: what moved filters into it doesn't tell. */
    @Override
    public TrimResult trimFields(
            LogicalCorrelate correlate, ImmutableBitSet fieldsUsed, Set<RelDataTypeField> extraFields) {
        ImmutableBitSet read = RelOptUtil.correlationColumns(correlate.getCorrelationId(), correlate.getRight());
        return super.trimFields(
                correlate.copy(
                        correlate.getTraitSet(),
                        correlate.getLeft(),
                        correlate.getRight(),
                        correlate.getCorrelationId(),
                        read,
                        correlate.getJoinType()),
                fieldsUsed,
                extraFields);
    }

    /** What is shared has every field that one of its references needs, in the same place for all of them. */
    public TrimResult trimFields(SharedQuery query, ImmutableBitSet fieldsUsed, Set<RelDataTypeField> extraFields) {
        query.source().use(fieldsUsed);
        return result(query, Mappings.createIdentity(query.getRowType().getFieldCount()));
    }

    /** The functions need their arguments, whoever needs their rows. */
    public TrimResult trimFields(ProjectSet set, ImmutableBitSet fieldsUsed, Set<RelDataTypeField> extraFields) {
        RelNode input = set.getInput();
        int width = input.getRowType().getFieldCount();
        var fields = fieldsUsed.intersect(ImmutableBitSet.range(width)).rebuild();
        set.calls().forEach(call -> call.arguments().forEach(fields::set));
        ImmutableBitSet needed = fields.build();
        TrimResult trimmed = trimChild(set, input, needed, Set.of());
        RelNode newInput = trimmed.left;
        Mapping inputMapping = trimmed.right;
        List<ProjectSet.Call> calls = set.calls().stream()
                .map(call -> new ProjectSet.Call(
                        call.name(),
                        call.function(),
                        call.arguments().stream().map(inputMapping::getTarget).toList(),
                        call.types()))
                .toList();
        int newWidth = newInput.getRowType().getFieldCount();
        int added = set.getRowType().getFieldCount() - width;
        Mapping mapping = Mappings.create(MappingType.INVERSE_SURJECTION, width + added, newWidth + added);
        for (int field : needed) {
            mapping.set(field, inputMapping.getTarget(field));
        }
        for (int i = 0; i < added; i++) {
            mapping.set(width + i, newWidth + i);
        }
        return result(set.with(newInput, calls), mapping);
    }
}
