package dev.penstock.sql.execute;

import dev.penstock.sql.function.LikePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Partners by {@code text like '%' || part || '%'}. Each side is computed once for each of its rows, and an index finds
 * the pairs. A part that itself holds {@code %}, {@code _} or a backslash is compared as the pattern that it is.
 *
 * @param left the text or part of a left row
 * @param rightValue that of a right row
 * @param textIsLeft whether the text is on the left side
 */
public record ContainsPartners(Operator right, Evaluator left, Evaluator rightValue, boolean textIsLeft)
        implements Partners.Source {

    @Override
    public Partners open(Execution execution, Holding holding, boolean keepsAll) {
        var held = new ArrayList<Partners.Held>();
        var values = new HashMap<Integer, String>();
        try (Cursor rows = right.open(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                execution.checkCanceled();
                Object value = rightValue.evaluate(row, execution);
                if (value != null) {
                    holding.hold(new @Nullable Object[] {value});
                    values.put(held.size(), value.toString());
                }
                if (value != null || keepsAll) {
                    holding.hold(row);
                    held.add(new Partners.Held(row));
                }
            }
        }
        return textIsLeft
                ? new PartsOnTheRight(held, values, left, execution)
                : new TextsOnTheRight(held, values, left, execution);
    }

    private static boolean isPlain(String part) {
        return part.indexOf('%') < 0 && part.indexOf('_') < 0 && part.indexOf('\\') < 0;
    }

    private static LikePattern pattern(String part) {
        return LikePattern.of("%" + part + "%", '\\', false);
    }

    /** Walks through found numbers. */
    private abstract static class Indexed implements Partners {
        private final List<Held> held;
        private final Evaluator left;
        private final Execution execution;
        private Places found = new Places();
        private int place;

        Indexed(List<Held> held, Evaluator left, Execution execution) {
            this.held = held;
            this.left = left;
            this.execution = execution;
        }

        /** The numbers of the right rows that pair with a left value. */
        abstract Places find(String value);

        @Override
        public void begin(@Nullable Object[] row) {
            Object value = left.evaluate(row, execution);
            found = value == null ? new Places() : find(value.toString());
            place = 0;
        }

        @Override
        public @Nullable Held next() {
            return place < found.size() ? held.get(found.get(place++)) : null;
        }

        @Override
        public List<Held> all() {
            return held;
        }
    }

    private static final class TextsOnTheRight extends Indexed {
        private final Map<Integer, String> texts;
        private final List<Integer> numbers = new ArrayList<>();
        private final TextIndex index = new TextIndex();

        TextsOnTheRight(List<Held> held, Map<Integer, String> texts, Evaluator left, Execution execution) {
            super(held, left, execution);
            this.texts = texts;
            for (int i = 0; i < held.size(); i++) {
                String text = texts.get(i);
                if (text != null) {
                    numbers.add(i);
                    index.add(text);
                }
            }
        }

        @Override
        Places find(String part) {
            var found = new Places();
            if (isPlain(part)) {
                Places indexed = index.holding(part);
                for (int i = 0; i < indexed.size(); i++) {
                    found.add(numbers.get(indexed.get(i)));
                }
                return found;
            }
            LikePattern pattern = pattern(part);
            for (int number : numbers) {
                if (pattern.matches(String.valueOf(texts.get(number)))) {
                    found.add(number);
                }
            }
            return found;
        }
    }

    private static final class PartsOnTheRight extends Indexed {
        private final PartIndex index;
        private final Map<Integer, LikePattern> patterns = new HashMap<>();

        PartsOnTheRight(List<Held> held, Map<Integer, String> parts, Evaluator left, Execution execution) {
            super(held, left, execution);
            var plain = new HashMap<Integer, String>();
            parts.forEach((number, part) -> {
                if (isPlain(part)) {
                    plain.put(number, part);
                } else {
                    patterns.put(number, pattern(part));
                }
            });
            this.index = new PartIndex(plain);
        }

        @Override
        Places find(String text) {
            Places found = index.within(text);
            patterns.forEach((number, pattern) -> {
                if (pattern.matches(text)) {
                    found.add(number);
                }
            });
            if (!patterns.isEmpty()) {
                found.normalize();
            }
            return found;
        }
    }
}
