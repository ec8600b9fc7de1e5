package dev.penstock.sql.plan;

import dev.penstock.spi.table.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The scan of an API table: which columns are read, which values of key columns the query allows, and how many rows can
 * be of use. Filters stay above it, because a call may give more than was asked for.
 */
final class ApiTableScan extends TableScan {
    private final ApiTable apiTable;
    private final List<Integer> columns;
    private final SortedMap<String, SortedSet<String>> keys;
    private final OptionalLong limit;

    private ApiTableScan(
            RelOptCluster cluster,
            RelOptTable table,
            ApiTable apiTable,
            List<Integer> columns,
            SortedMap<String, SortedSet<String>> keys,
            OptionalLong limit) {
        super(cluster, cluster.traitSet(), List.of(), table);
        this.apiTable = apiTable;
        this.columns = List.copyOf(columns);
        this.keys = keys;
        this.limit = limit;
    }

    /** A scan of every column and row. */
    static ApiTableScan all(RelOptCluster cluster, RelOptTable table, ApiTable apiTable) {
        List<Integer> every = java.util.stream.IntStream.range(
                        0, table.getRowType().getFieldCount())
                .boxed()
                .toList();
        return new ApiTableScan(cluster, table, apiTable, every, new TreeMap<>(), OptionalLong.empty());
    }

    ApiTable apiTable() {
        return apiTable;
    }

    /** Which fields of the table the scan gives, in its order. */
    List<Integer> columns() {
        return columns;
    }

    /** The values that the query allows for key columns; none at all for an empty set. */
    Map<String, SortedSet<String>> keys() {
        return keys;
    }

    OptionalLong limit() {
        return limit;
    }

    /** The name of the column that is the scan's field {@code index}. */
    String columnName(int index) {
        return getTable().getRowType().getFieldList().get(columns.get(index)).getName();
    }

    /** The same scan of fewer columns, given as fields of this scan. */
    ApiTableScan narrowedTo(List<Integer> fields) {
        return new ApiTableScan(
                getCluster(),
                getTable(),
                apiTable,
                fields.stream().map(columns::get).toList(),
                keys,
                limit);
    }

    /** The same scan of the rows whose column has one of these values. */
    ApiTableScan withKey(String column, Set<String> values) {
        var narrowed = new TreeMap<>(keys);
        narrowed.merge(column, new TreeSet<>(values), (left, right) -> {
            var both = new TreeSet<>(left);
            both.retainAll(right);
            return both;
        });
        return new ApiTableScan(getCluster(), getTable(), apiTable, columns, narrowed, limit);
    }

    /** The same scan, of which only so many rows are of use. */
    ApiTableScan withLimit(long rows) {
        return new ApiTableScan(
                getCluster(),
                getTable(),
                apiTable,
                columns,
                keys,
                OptionalLong.of(Math.min(rows, limit.orElse(Long.MAX_VALUE))));
    }

    @Override
    public RelDataType deriveRowType() {
        List<RelDataTypeField> fields = getTable().getRowType().getFieldList();
        var builder = getCluster().getTypeFactory().builder();
        columns.forEach(column -> builder.add(fields.get(column)));
        return builder.build();
    }

    /** The same scan, told apart from this one: the planner makes equal scans of a statement one. */
    ApiTableScan apart() {
        return new ApiTableScan(getCluster(), getTable(), apiTable, columns, keys, limit);
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return this;
    }

    @Override
    public RelNode project(ImmutableBitSet fieldsUsed, Set<RelDataTypeField> extraFields, RelBuilder builder) {
        return fieldsUsed.cardinality() == columns.size() ? this : narrowedTo(fieldsUsed.asList());
    }

    @Override
    public double estimateRowCount(org.apache.calcite.rel.metadata.RelMetadataQuery metadata) {
        return keys.isEmpty() ? 1000 : 1;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer)
                .item("columns", getRowType().getFieldNames())
                .itemIf("keys", keys, !keys.isEmpty())
                .itemIf("limit", limit.orElse(0), limit.isPresent());
    }

    /** The definition behind the scan. */
    Table<?> definition() {
        return apiTable.definition();
    }
}
