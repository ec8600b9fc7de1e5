package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclValue;
import java.util.Optional;

/** The values that a mod gives to the variables of one that it requires; they are evaluated in the one that gives. */
final class ArgumentsOfParent {
    private final Optional<Attribute> attribute;
    private Optional<Evaluator> parent = Optional.empty();

    ArgumentsOfParent(Optional<Attribute> attribute) {
        this.attribute = attribute;
    }

    void setParent(ModScope scope) {
        parent = Optional.of(scope.evaluator());
    }

    Optional<Assignment> of(String variable) {
        return attribute.flatMap(args -> parent.flatMap(evaluator -> {
            HclValue value = evaluator.value(args.value());
            return value instanceof HclValue.Dictionary object
                    ? Optional.ofNullable(object.entries().get(variable))
                            .map(one -> new Assignment.Written(variable, args.value(), one))
                    : Optional.empty();
        }));
    }
}
