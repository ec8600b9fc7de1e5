package dev.penstock.controls.mod;

import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.HclException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What is wrong in a mod, once each, in the order in which it was found. */
final class ModProblems {
    private final Set<String> errors = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    void error(String message) {
        errors.add(message);
    }

    void errors(List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> errors.add(diagnostic.message()));
    }

    void warning(String message) {
        warnings.add(message);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** A value, or what stands for it if it is broken, which is then reported. */
    <T> T orElse(T fallback, Supplier<T> value) {
        try {
            return value.get();
        } catch (HclException e) {
            errors(e.diagnostics());
            return fallback;
        }
    }
}
