package dev.penstock.hcl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables of the loops around an expression, innermost first. */
record Variables(@Nullable Variables outer, String name, HclValue value) {

    static Variables none() {
        return new Variables(null, "", HclValue.Null.NULL);
    }

    Variables with(String newName, HclValue newValue) {
        return newName.isEmpty() ? this : new Variables(this, newName, newValue);
    }

    Optional<HclValue> find(String wanted) {
        for (@Nullable Variables variable = this; variable != null; variable = variable.outer) {
            if (variable.name.equals(wanted)) {
                return Optional.of(variable.value);
            }
        }
        return Optional.empty();
    }
}
