package dev.penstock.scan;

import java.util.ArrayDeque;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts a step for each thing of a source, several at once, and gives the steps in the order of the things.
 *
 * @param <I> what the source gives
 * @param <O> a started step
 */
final class Window<I, O> implements Source<O> {
    private final Source<I> input;
    private final Function<I, O> start;
    private final LongSupplier width;
    private final ArrayDeque<O> started = new ArrayDeque<>();
    private boolean ended;

    /** A window of so many steps under way, at least 1. */
    Window(Source<I> input, int width, Function<I, O> start) {
        this(input, () -> width, start);
    }

    /** A window whose width is asked for before each step, so that nothing is started that nobody waits for. */
    Window(Source<I> input, LongSupplier width, Function<I, O> start) {
        this.input = input;
        this.width = width;
        this.start = start;
    }

    @Override
    public @Nullable O next() {
        while (!ended && started.size() < Math.max(1, width.getAsLong())) {
            I thing = input.next();
            if (thing == null) {
                ended = true;
            } else {
                started.addLast(start.apply(thing));
            }
        }
        return started.pollFirst();
    }
}
