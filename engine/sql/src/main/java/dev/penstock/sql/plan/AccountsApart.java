package dev.penstock.sql.plan;

import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;

/**
 * That a plan keeps the rows of different accounts apart: run over each account by itself, it gives the same rows as over
 * all of them. True where every join, group, set operation and window compares the account, or the connection.
 *
 * @param connections those whose rows the plan reads; none if it reads no table
 * @param accounts fields that hold the account
 * @param names fields that hold the connection's name
 * @param byAccount whether it takes all connections to an account together; else each connection is apart
 */
record AccountsApart(Set<String> connections, Set<Integer> accounts, Set<Integer> names, boolean byAccount) {

    /** Whether and how a plan keeps accounts apart; empty if it doesn't. */
    static Optional<AccountsApart> of(RelNode node) {
        if (node instanceof ApiTableScan scan) {
            return Optional.of(of(scan));
        }
        if (node instanceof Values) {
            return Optional.of(new AccountsApart(Set.of(), Set.of(), Set.of(), false));
        }
        if (node instanceof Filter filter) {
            return of(filter.getInput());
        }
        if (node instanceof Project project) {
            return of(project.getInput()).flatMap(input -> input.through(project));
        }
        if (node instanceof ProjectSet set) {
            return of(set.getInput());
        }
        if (node instanceof Join join) {
            return both(join.getLeft(), join.getRight())
                    .flatMap(sides -> sides.left().joined(sides.right(), join));
        }
        if (node instanceof Correlate correlate) {
            return both(correlate.getLeft(), correlate.getRight())
                    .filter(sides -> sides.right().connections().isEmpty())
                    .map(Sides::left);
        }
        if (node instanceof Aggregate aggregate) {
            return of(aggregate.getInput()).flatMap(input -> input.grouped(aggregate));
        }
        return node instanceof SetOp operation ? combined(operation) : Optional.empty();
    }

    private static AccountsApart of(ApiTableScan scan) {
        String account = scan.definition().accountColumn().orElse("");
        var accounts = new HashSet<Integer>();
        var names = new HashSet<Integer>();
        for (int i = 0; i < scan.columns().size(); i++) {
            String column = scan.columnName(i);
            if (column.equals(account)) {
                accounts.add(i);
            } else if (column.equals(ApiTable.CONNECTION_NAME)) {
                names.add(i);
            }
        }
        return new AccountsApart(new LinkedHashSet<>(scan.apiTable().connections()), accounts, names, false);
    }

    private Optional<AccountsApart> through(Project project) {
        List<RexNode> outputs = project.getProjects();
        for (RexNode output : outputs) {
            if (!connections.isEmpty() && !windowsAreApart(output)) {
                return Optional.empty();
            }
        }
        boolean windows = project.containsOver();
        return Optional.of(new AccountsApart(
                connections,
                positions(outputs, accounts),
                positions(outputs, names),
                byAccount || (windows && !connections.isEmpty())));
    }

    private boolean windowsAreApart(RexNode output) {
        var mixed = new boolean[1];
        output.accept(new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitOver(RexOver over) {
                mixed[0] |= over.getWindow().partitionKeys.stream()
                        .noneMatch(key -> key instanceof RexInputRef reference
                                && (accounts.contains(reference.getIndex()) || names.contains(reference.getIndex())));
                return super.visitOver(over);
            }
        });
        return !mixed[0];
    }

    private static Set<Integer> positions(List<RexNode> outputs, Set<Integer> fields) {
        var positions = new HashSet<Integer>();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i) instanceof RexInputRef reference && fields.contains(reference.getIndex())) {
                positions.add(i);
            }
        }
        return positions;
    }

    private Optional<AccountsApart> joined(AccountsApart right, Join join) {
        boolean keepsLeft = !join.getJoinType().generatesNullsOnLeft();
        boolean keepsRight =
                join.getJoinType().projectsRight() && !join.getJoinType().generatesNullsOnRight();
        int shift = join.getLeft().getRowType().getFieldCount();
        if (right.connections.isEmpty()) {
            // Rows that only the constant side has would come once for each account.
            return connections.isEmpty() || keepsLeft
                    ? Optional.of(kept(right, keepsLeft, keepsRight, shift, byAccount))
                    : Optional.empty();
        }
        if (connections.isEmpty()) {
            return keepsRight ? Optional.of(right.kept(right, false, true, shift, right.byAccount)) : Optional.empty();
        }
        if (!connections.equals(right.connections)) {
            return Optional.empty();
        }
        var keys = join.analyzeCondition();
        boolean byName = false;
        boolean together = false;
        for (int i = 0; i < keys.leftKeys.size(); i++) {
            byName |= names.contains(keys.leftKeys.get(i)) && right.names.contains(keys.rightKeys.get(i));
            together |= accounts.contains(keys.leftKeys.get(i)) && right.accounts.contains(keys.rightKeys.get(i));
        }
        return byName || together
                ? Optional.of(kept(right, keepsLeft, keepsRight, shift, byAccount || right.byAccount || !byName))
                : Optional.empty();
    }

    private AccountsApart kept(
            AccountsApart right, boolean keepsLeft, boolean keepsRight, int shift, boolean together) {
        var all = new HashSet<Integer>();
        var allNames = new HashSet<Integer>();
        if (keepsLeft) {
            all.addAll(accounts);
            allNames.addAll(names);
        }
        if (keepsRight) {
            right.accounts.forEach(field -> all.add(field + shift));
            right.names.forEach(field -> allNames.add(field + shift));
        }
        return new AccountsApart(connections.isEmpty() ? right.connections : connections, all, allNames, together);
    }

    private Optional<AccountsApart> grouped(Aggregate aggregate) {
        if (connections.isEmpty()) {
            return Optional.of(this);
        }
        boolean byName =
                aggregate.getGroupSets().stream().allMatch(set -> names.stream().anyMatch(set::get));
        boolean together = aggregate.getGroupSets().stream()
                .allMatch(set ->
                        names.stream().anyMatch(set::get) || accounts.stream().anyMatch(set::get));
        if (!together) {
            return Optional.empty();
        }
        // What a grouping set leaves out is NULL in its rows.
        List<Integer> keys = aggregate.getGroupSet().asList();
        boolean simple = aggregate.getGroupSets().size() == 1;
        return Optional.of(new AccountsApart(
                connections,
                simple ? moved(accounts, keys::indexOf) : Set.of(),
                simple ? moved(names, keys::indexOf) : Set.of(),
                byAccount || !byName));
    }

    private static Set<Integer> moved(Set<Integer> fields, IntUnaryOperator place) {
        var moved = new HashSet<Integer>();
        fields.forEach(field -> moved.add(place.applyAsInt(field)));
        moved.remove(-1);
        return moved;
    }

    private static Optional<AccountsApart> combined(SetOp operation) {
        AccountsApart all = null;
        for (RelNode input : operation.getInputs()) {
            AccountsApart one = of(input).orElse(null);
            // The rows of a constant branch would come once for each account.
            if (one == null || one.connections.isEmpty() || (all != null && !all.connections.equals(one.connections))) {
                return Optional.empty();
            }
            all = all == null
                    ? one
                    : new AccountsApart(
                            one.connections,
                            Sets.intersection(all.accounts, one.accounts),
                            Sets.intersection(all.names, one.names),
                            all.byAccount || one.byAccount);
        }
        if (all == null || (operation.kind == SqlKind.UNION && operation.all)) {
            return Optional.ofNullable(all);
        }
        return all.accounts.isEmpty() && all.names.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountsApart(
                        all.connections, all.accounts, all.names, all.byAccount || all.names.isEmpty()));
    }

    private static Optional<Sides> both(RelNode left, RelNode right) {
        return of(left).flatMap(one -> of(right).map(other -> new Sides(one, other)));
    }

    private record Sides(AccountsApart left, AccountsApart right) {}
}
