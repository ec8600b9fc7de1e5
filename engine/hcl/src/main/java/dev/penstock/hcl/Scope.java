package dev.penstock.hcl;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the names in an expression stand for. {@link NamedScope} is one that suits most callers. */
public interface Scope {

    /**
     * The value of a name with none, some or all of its steps; the evaluator takes the rest. Empty if there is no such
     * name.
     *
     * @throws HclException if the name is known and has no value
     */
    Optional<Resolution> resolve(Expression.Traversal traversal);

    /** The names that there are, to suggest one when another was written. */
    Collection<String> names();

    /** Functions by name. */
    Map<String, HclFunction> functions();

    /**
     * What a name stands for.
     *
     * @param steps how many of the steps the value accounts for
     */
    record Resolution(HclValue value, int steps) {}
}
