package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.Expression.Step;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.function.StandardFunctions;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** What names and functions stand for in a mod. Locals are evaluated when they are first needed, in any order. */
final class ModScope {
    /** What a mod can define; a reference to one is left to the loader. */
    private static final Set<String> RESOURCES = Set.of("query", "control", "benchmark");

    private ModScope() {}

    static Evaluator evaluator(ModFiles files, Map<String, Attribute> locals) {
        return NamedScope.builder()
                .lazy("local", locals)
                .opaque(ModScope::isResource)
                .functions(StandardFunctions.of(new ReadableFiles(files), Clock.systemUTC(), System.getenv()))
                .build()
                .evaluator();
    }

    /** {@code query.x}, or the same of a mod: {@code m.query.x}. */
    private static boolean isResource(Expression.Traversal traversal) {
        if (traversal.root().equals("var")) {
            throw new HclException(
                    "variables are not supported yet: " + traversal.span().text(), traversal.position());
        }
        boolean ofMod = traversal.steps().size() == 2
                && traversal.steps().get(0) instanceof Step.Attribute type
                && RESOURCES.contains(type.name());
        return ofMod || RESOURCES.contains(traversal.root());
    }
}
