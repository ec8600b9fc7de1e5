package dev.penstock.controls.mod;

import dev.penstock.hcl.HclException;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with one resource: reported to the mod, and the first of it kept for the resource. */
final class Faults {
    private final ModProblems problems;
    private Optional<String> first;

    Faults(ModProblems problems, Optional<String> known) {
        this.problems = problems;
        this.first = known;
    }

    Optional<String> first() {
        return first;
    }

    /** A value, or what stands for it if it is broken. */
    <T> T orElse(T fallback, Supplier<T> value) {
        try {
            return value.get();
        } catch (HclException e) {
            problems.errors(e.diagnostics());
            if (first.isEmpty()) {
                first = Optional.of(e.diagnostics().get(0).message());
            }
            return fallback;
        }
    }
}
