package dev.penstock.sql.plan;

import dev.penstock.scan.CallCounts;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.dialect.PostgresAggregate;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.execute.Aggregate;
import dev.penstock.sql.execute.ContainsPartners;
import dev.penstock.sql.execute.Correlate;
import dev.penstock.sql.execute.EqualPartners;
import dev.penstock.sql.execute.Evaluator;
import dev.penstock.sql.execute.Join;
import dev.penstock.sql.execute.JoinKind;
import dev.penstock.sql.execute.LookupJoin;
import dev.penstock.sql.execute.Operator;
import dev.penstock.sql.execute.Partners;
import dev.penstock.sql.execute.RepeatUnion;
import dev.penstock.sql.execute.Rows;
import dev.penstock.sql.execute.SetFunctionRows;
import dev.penstock.sql.execute.SetOperation;
import dev.penstock.sql.execute.SharedRows;
import dev.penstock.sql.execute.Sort;
import dev.penstock.sql.function.Accumulator;
import dev.penstock.sql.function.AggregateFunctions;
import dev.penstock.sql.function.SetFunctionDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Collect;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Spool;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.schema.TransientTable;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** Translates a plan, node by node, to operators. */
final class OperatorBuilder {
    private final TableScanner scanner;
    private final Meters meters;
    private final ExpressionCompiler expressions;
    private boolean apart;
    private boolean lenient = true;
    private final IdentityHashMap<SharedQuery.Source, Operator> shared = new IdentityHashMap<>();
    /** The key columns of scans that get their values while the statement runs. */
    private final Map<ApiTableScan, List<String>> late = new HashMap<>();

    private final Map<ApiTableScan, ScanOperator> scanOperators = new HashMap<>();

    private final List<ScanOperator> scans = new ArrayList<>();

    /**
     * A builder of a plan's operators.
     *
     * @param meters what measures them; then each scan counts its calls apart, too
     */
    OperatorBuilder(RelNode root, TableScanner scanner, Meters meters) {
        this.scanner = scanner;
        this.meters = meters;
        this.expressions =
                new ExpressionCompiler(root.getCluster().getRexBuilder(), query -> build(Optimizer.joined(query)));
    }

    /** The scans of what was built, from left to right. */
    List<ScanOperator> scans() {
        return List.copyOf(scans);
    }

    /** The operator of a node; one that keeps several accounts apart runs over each by itself. */
    Operator build(RelNode node) {
        Optional<AccountsApart> found = apart
                ? Optional.empty()
                : AccountsApart.of(node).filter(parts -> parts.connections().size() > 1);
        boolean wasLenient = lenient;
        try {
            if (found.isEmpty()) {
                lenient &= passesOn(node);
                return operator(node);
            }
            apart = true;
            int first = scans.size();
            Operator plan = operator(node);
            return parts(plan, found.get(), scans.subList(first, scans.size()));
        } finally {
            apart &= found.isEmpty();
            lenient = wasLenient;
        }
    }

    private Operator parts(Operator plan, AccountsApart found, List<ScanOperator> read) {
        List<String> connections = found.connections().stream()
                .filter(name ->
                        read.stream().anyMatch(scan -> scan.connections().contains(name)))
                .toList();
        return connections.size() < 2 ? plan : new AccountParts(plan, connections, found.byAccount(), lenient, scanner);
    }

    /** Whether the rows that a node makes of some accounts are right, whatever the others hold. */
    private static boolean passesOn(RelNode node) {
        if (node instanceof org.apache.calcite.rel.core.Sort sort) {
            return sort.getCollation().getFieldCollations().isEmpty() || (sort.fetch == null && sort.offset == null);
        }
        return node instanceof Filter
                || node instanceof ProjectSet
                || (node instanceof Project project && !project.containsOver())
                || (node instanceof SetOp operation && operation.kind == SqlKind.UNION && operation.all);
    }

    private Operator operator(RelNode node) {
        return meters.around(node, translate(node));
    }

    private Operator translate(RelNode node) {
        if (node instanceof ApiTableScan scan) {
            CallCounts counts = scanner.counts().part();
            ScanOperator operator = ScanOperator.of(scan, scanner, counts, late.getOrDefault(scan, List.of()));
            scans.add(operator);
            scanOperators.put(scan, operator);
            return operator;
        }
        if (node instanceof SharedQuery query) {
            return shared(query.source());
        }
        if (node instanceof Project project && project.containsOver()) {
            return WindowBuilder.build(project, build(project.getInput()), expressions);
        }
        if (node instanceof Project project) {
            return Rows.project(build(project.getInput()), expressions.compile(project.getProjects()));
        }
        if (node instanceof ProjectSet set) {
            return new SetFunctionRows(
                    build(set.getInput()),
                    set.calls().stream().map(OperatorBuilder::setFunction).toList(),
                    set.isNumbered(),
                    set.isOuter());
        }
        if (node instanceof Filter filter) {
            return Rows.filter(build(filter.getInput()), expressions.compile(filter.getCondition()));
        }
        if (node instanceof org.apache.calcite.rel.core.Join join) {
            return join(join);
        }
        if (node instanceof org.apache.calcite.rel.core.Correlate correlate) {
            return new Correlate(
                    build(correlate.getLeft()),
                    build(correlate.getRight()),
                    correlate.getCorrelationId().getId(),
                    kind(correlate.getJoinType()),
                    correlate.getRight().getRowType().getFieldCount());
        }
        if (node instanceof org.apache.calcite.rel.core.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (node instanceof org.apache.calcite.rel.core.Sort sort) {
            return sort(sort);
        }
        if (node instanceof SetOp operation) {
            return setOperation(operation);
        }
        if (node instanceof org.apache.calcite.rel.core.RepeatUnion union) {
            return new RepeatUnion(
                    build(union.getSeedRel()),
                    build(union.getIterativeRel()),
                    Objects.requireNonNull(union.getTransientTable()).unwrapOrThrow(TransientTable.class),
                    union.getRowType().getFieldCount(),
                    union.all);
        }
        if (node instanceof Collect collect) {
            return Rows.collect(build(collect.getInput()));
        }
        if (node instanceof Spool spool) {
            return build(spool.getInput()); // the recursive query keeps its rows itself
        }
        if (node instanceof TableScan scan) {
            return RepeatUnion.workingTable(scan.getTable().unwrapOrThrow(TransientTable.class));
        }
        if (node instanceof Values values) {
            return values(values);
        }
        throw new EngineException(
                ErrorCode.NOT_SUPPORTED,
                node.getRelTypeName().replace("Logical", "").toLowerCase(Locale.ROOT) + " is not supported yet");
    }

    private Operator shared(SharedQuery.Source source) {
        Operator known = shared.get(source);
        if (known == null) {
            known = new SharedRows(build(source.plan()));
            shared.put(source, known);
        }
        return known;
    }

    private Operator join(org.apache.calcite.rel.core.Join join) {
        Optional<LookupTarget> target = LookupJoins.right(join);
        if (target.isPresent()) {
            return lookupJoin(join, target.get());
        }
        var info = join.analyzeCondition();
        Operator right = build(join.getRight());
        Partners.Source partners = new EqualPartners(right, info.leftKeys, info.rightKeys, info.nullExclusionFlags);
        List<RexNode> rest = info.nonEquiConditions;
        if (info.leftKeys.isEmpty()) {
            for (RexNode condition : rest) {
                Optional<ContainsCondition> contains = ContainsCondition.of(join, condition);
                if (contains.isPresent()) {
                    partners = new ContainsPartners(
                            right,
                            expressions.compile(contains.get().left()),
                            expressions.compile(contains.get().right()),
                            contains.get().textIsLeft());
                    rest = rest.stream()
                            .filter(other -> !other.equals(condition))
                            .toList();
                    break;
                }
            }
        }
        return new Join(
                build(join.getLeft()),
                kind(join.getJoinType()),
                partners,
                join.getLeft().getRowType().getFieldCount(),
                join.getRight().getRowType().getFieldCount(),
                rest.isEmpty()
                        ? null
                        : expressions.compile(
                                RexUtil.composeConjunction(join.getCluster().getRexBuilder(), rest)));
    }

    private Operator lookupJoin(org.apache.calcite.rel.core.Join join, LookupTarget target) {
        var info = join.analyzeCondition();
        late.put(target.scan(), target.columns());
        Operator right = build(join.getRight());
        late.remove(target.scan());
        ScanOperator scan = Objects.requireNonNull(scanOperators.get(target.scan()));
        return new LookupJoin(
                build(join.getLeft()),
                kind(join.getJoinType()),
                new LookupSide(right, scan),
                new EqualPartners(right, info.leftKeys, info.rightKeys, info.nullExclusionFlags),
                target.pairs().stream().map(info.leftKeys::get).toList(),
                join.getLeft().getRowType().getFieldCount(),
                join.getRight().getRowType().getFieldCount(),
                info.nonEquiConditions.isEmpty()
                        ? null
                        : expressions.compile(
                                RexUtil.composeConjunction(join.getCluster().getRexBuilder(), info.nonEquiConditions)));
    }

    private static SetFunctionRows.Call setFunction(ProjectSet.Call call) {
        SetFunctionDefinition definition = call.function().definition();
        return new SetFunctionRows.Call(
                definition.implementation().of(call.types()),
                call.arguments(),
                definition.strict(),
                call.function().columnTypes().size());
    }

    private static JoinKind kind(JoinRelType type) {
        return switch (type) {
            case INNER -> JoinKind.INNER;
            case LEFT -> JoinKind.LEFT;
            case RIGHT -> JoinKind.RIGHT;
            case FULL -> JoinKind.FULL;
            case SEMI -> JoinKind.SEMI;
            case ANTI -> JoinKind.ANTI;
            default -> throw new EngineException(ErrorCode.NOT_SUPPORTED, "this kind of join is not supported yet");
        };
    }

    private Operator aggregate(org.apache.calcite.rel.core.Aggregate aggregate) {
        var calls = new ArrayList<Aggregate.Call>();
        List<Integer> groupBy = aggregate.getGroupSet().asList();
        List<List<Integer>> sets = aggregate.getGroupSets().stream()
                .map(set -> set.asList().stream().map(groupBy::indexOf).toList())
                .toList();
        for (AggregateCall call : aggregate.getAggCallList()) {
            if (call.getAggregation().getKind() == SqlKind.GROUPING) {
                calls.add(new Aggregate.Grouping(
                        call.getArgList().stream().map(groupBy::indexOf).toList()));
                continue;
            }
            calls.add(new Aggregate.Function(
                    accumulator(call, aggregate.getInput().getRowType()),
                    call.getArgList(),
                    call.isDistinct(),
                    call.filterArg,
                    order(call)));
        }
        return new Aggregate(build(aggregate.getInput()), groupBy, sets, calls);
    }

    private static Supplier<Accumulator> accumulator(AggregateCall call, RelDataType input) {
        if (call.getAggregation().getKind() == SqlKind.LITERAL_AGG) {
            // The converter asks with it whether there was a row at all.
            Object value = ExpressionCompiler.constant((RexLiteral) call.rexList.get(0));
            return () -> AggregateFunctions.constant(value);
        }
        return accumulator(
                call.getAggregation(),
                call.getArgList().stream()
                        .map(column -> PostgresTypes.nameOf(
                                input.getFieldList().get(column).getType()))
                        .toList(),
                PostgresTypes.nameOf(call.getType()));
    }

    /**
     * What makes the state of an aggregate.
     *
     * @param arguments the types of its arguments
     */
    static Supplier<Accumulator> accumulator(SqlAggFunction function, List<String> arguments, String result) {
        if (function instanceof PostgresAggregate aggregate) {
            return aggregate.accumulator(arguments);
        }
        String name = function.getName().toLowerCase(Locale.ROOT);
        return AggregateFunctions.internal(name, result)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_SUPPORTED, "the aggregate " + name + " is not supported yet"));
    }

    /** Distinct arguments are taken in their own order where the query gives none, because PostgreSQL sorts them to tell. */
    private static List<Sort.Key> order(AggregateCall call) {
        return call.isDistinct() && call.getCollation().getFieldCollations().isEmpty()
                ? call.getArgList().stream()
                        .map(column -> new Sort.Key(column, false, false))
                        .toList()
                : keys(call.getCollation().getFieldCollations());
    }

    private Operator sort(org.apache.calcite.rel.core.Sort sort) {
        long skip = count(sort.offset, 0);
        long most = count(sort.fetch, Long.MAX_VALUE);
        Operator input = build(sort.getInput());
        List<Sort.Key> keys = keys(sort.getCollation().getFieldCollations());
        long wanted = most > Long.MAX_VALUE - skip ? Long.MAX_VALUE : most + skip;
        Operator ordered = keys.isEmpty() ? input : new Sort(input, keys, wanted);
        return sort.offset == null && sort.fetch == null ? ordered : Rows.limit(ordered, skip, most);
    }

    private static long count(@Nullable RexNode expression, long absent) {
        if (expression == null) {
            return absent;
        }
        if (expression instanceof RexLiteral literal) {
            Long value = literal.getValueAs(Long.class);
            return value == null ? absent : value;
        }
        throw new EngineException(ErrorCode.NOT_SUPPORTED, "LIMIT with an expression is not supported yet");
    }

    private static List<Sort.Key> keys(List<RelFieldCollation> collations) {
        return collations.stream()
                .map(collation -> new Sort.Key(
                        collation.getFieldIndex(), collation.getDirection().isDescending(), nullsFirst(collation)))
                .toList();
    }

    /** NULL is above everything, unless the query says otherwise. */
    private static boolean nullsFirst(RelFieldCollation collation) {
        return switch (collation.nullDirection) {
            case FIRST -> true;
            case LAST -> false;
            case UNSPECIFIED -> collation.getDirection().isDescending();
        };
    }

    private Operator setOperation(SetOp operation) {
        int width = operation.getRowType().getFieldCount();
        List<Operator> inputs = operation.getInputs().stream().map(this::build).toList();
        if (operation.kind == SqlKind.UNION) {
            Operator all = Rows.concatenate(inputs);
            return operation.all ? all : SetOperation.distinct(all, width);
        }
        Operator result = inputs.get(0);
        for (Operator input : inputs.subList(1, inputs.size())) {
            result = operation.kind == SqlKind.INTERSECT
                    ? SetOperation.intersect(result, input, width, operation.all)
                    : SetOperation.except(result, input, width, operation.all);
        }
        return result;
    }

    private Operator values(Values values) {
        List<List<Evaluator>> rows =
                values.getTuples().stream().map(expressions::compile).toList();
        Operator one = Rows.values(List.<@Nullable Object[]>of(new @Nullable Object[0]));
        return Rows.concatenate(rows.stream().map(row -> Rows.project(one, row)).toList());
    }
}
