package dev.penstock.controls.filter;

import dev.penstock.controls.model.Control;
import dev.penstock.spi.error.EngineException;
import java.util.function.Predicate;

/** A condition on controls as SQL writes it, such as {@code severity in ('high', 'critical') and not tags ->> 'x' = 'y'}. */
public final class Condition implements Predicate<Control> {
    private final Part part;

    private Condition(Part part) {
        this.part = part;
    }

    /**
     * Reads a condition.
     *
     * @throws EngineException with code INVALID_PARAMETER and the place, if it is wrong
     */
    public static Condition of(String text) {
        return new Condition(new ConditionParser(text).parse());
    }

    /** Whether it is true: neither false nor unknown, as a comparison with something unset is. */
    @Override
    public boolean test(Control control) {
        return part.test(control) == Truth.YES;
    }

    /** A part of a condition. */
    @FunctionalInterface
    interface Part {
        Truth test(Control control);
    }
}
