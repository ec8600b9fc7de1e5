package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of {@code for}. */
final class Loops {
    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    HclValue evaluate(Expression.For loop, Variables variables) {
        HclValue collection = evaluator.eval(loop.collection(), variables);
        if (collection.isNull()) {
            return evaluator.problem(loop.collection().span(), "null can't be iterated over");
        }
        if (collection.type() == Primitive.ANY) {
            return HclValue.Unknown.ANY;
        }
        if (collection.type().isScalar()) {
            return evaluator.problem(loop.collection().span(), "a " + collection.kind() + " can't be iterated over");
        }
        if (loop.condition() != null && !conditionFits(loop, loop.condition(), variables)) {
            return HclValue.Unknown.ANY;
        }
        if (!collection.isKnown()) {
            return HclValue.Unknown.ANY;
        }
        Rounds rounds = rounds(loop, collection, variables);
        return loop.key() == null ? list(loop, rounds) : object(loop, loop.key(), rounds);
    }

    /** The variables of each round whose condition holds, and whether every condition could be told. */
    private record Rounds(List<Variables> variables, boolean known) {}

    private Rounds rounds(Expression.For loop, HclValue collection, Variables outer) {
        List<Variables> rounds = new ArrayList<>();
        boolean known = true;
        if (collection instanceof HclValue.Dictionary dictionary) {
            for (Map.Entry<String, HclValue> entry : dictionary.entries().entrySet()) {
                HclValue key = loop.keyName().isEmpty() ? HclValue.Null.NULL : new HclValue.Text(entry.getKey());
                known &= round(loop, key, entry.getValue(), outer, rounds);
            }
        } else {
            var sequence = (HclValue.Sequence) collection;
            int index = 0;
            for (HclValue element : sequence.elements()) {
                HclValue key = sequence.isSet() ? element : HclValue.Num.of(index);
                known &= round(loop, key, element, outer, rounds);
                index++;
            }
        }
        return new Rounds(rounds, known);
    }

    private boolean round(Expression.For loop, HclValue key, HclValue value, Variables outer, List<Variables> rounds) {
        Variables inner = outer.with(loop.keyName(), key).with(loop.valueName(), value);
        if (loop.condition() == null) {
            rounds.add(inner);
            return true;
        }
        HclValue condition = evaluator.eval(loop.condition(), inner);
        if (condition.isNull()) {
            evaluator.problem(loop.condition().span(), "the condition is null");
            return false;
        }
        Optional<Boolean> holds = evaluator.truth(condition, loop.condition());
        if (holds.isPresent() && holds.get()) {
            rounds.add(inner);
        }
        return holds.isPresent();
    }

    /** Whether the condition can be one at all, which is told before the first round, even if there is none. */
    private boolean conditionFits(Expression.For loop, Expression condition, Variables outer) {
        Variables any = outer.with(loop.keyName(), HclValue.Unknown.ANY).with(loop.valueName(), HclValue.Unknown.ANY);
        int before = evaluator.problems();
        HclValue value = evaluator.eval(condition, any);
        if (value.isNull()) {
            evaluator.problem(condition.span(), "the condition is null");
        } else {
            evaluator.truth(value, condition);
        }
        return evaluator.problems() == before;
    }

    private HclValue list(Expression.For loop, Rounds rounds) {
        List<HclValue> values = new ArrayList<>();
        long weight = 0;
        for (Variables round : rounds.variables()) {
            HclValue value = evaluator.eval(loop.value(), round);
            weight += value.weight();
            Extent.check(weight);
            values.add(value);
        }
        return rounds.known() ? HclValue.Sequence.tuple(values) : HclValue.Unknown.ANY;
    }

    private HclValue object(Expression.For loop, Expression keyExpression, Rounds rounds) {
        Map<String, List<HclValue>> groups = new LinkedHashMap<>();
        boolean known = rounds.known();
        for (Variables round : rounds.variables()) {
            int before = evaluator.problems();
            HclValue keyValue = evaluator.eval(keyExpression, round);
            Optional<String> key =
                    evaluator.problems() > before ? Optional.empty() : evaluator.key(keyValue, keyExpression);
            if (key.isEmpty()) {
                known = false;
                continue;
            }
            List<HclValue> group = groups.computeIfAbsent(key.get(), name -> new ArrayList<>());
            group.add(evaluator.eval(loop.value(), round));
            if (group.size() > 1 && !loop.groups()) {
                evaluator.problem(
                        keyExpression.span(),
                        "the key \"" + key.get() + "\" comes twice",
                        "put ... behind the value to group values by key");
            }
        }
        if (!known) {
            return HclValue.Unknown.ANY;
        }
        Map<String, HclValue> entries = new LinkedHashMap<>();
        groups.forEach((key, group) -> entries.put(key, loop.groups() ? HclValue.Sequence.tuple(group) : group.get(0)));
        return HclValue.Dictionary.object(entries);
    }

    /** The texts of a loop of a template, one behind the other. */
    HclValue joined(Expression.Joined joined, Variables variables) {
        HclValue list = evaluator.eval(joined.list(), variables);
        if (!(list instanceof HclValue.Sequence sequence) || !sequence.isWhollyKnown()) {
            return new HclValue.Unknown(Primitive.STRING);
        }
        var text = new StringBuilder();
        sequence.elements().forEach(element -> text.append(Conversion.text(element)));
        return new HclValue.Text(text.toString());
    }
}
