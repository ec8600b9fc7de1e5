package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.Signature;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.Optionality;

/** A function that means something with OVER only (PostgreSQL chapter 9.22). */
final class WindowFunctionOperator extends SqlAggFunction {
    private static final long serialVersionUID = 1L;

    /** The names of these functions. */
    static final Set<String> NAMES =
            all().stream().map(WindowFunctionOperator::getName).collect(Collectors.toUnmodifiableSet());

    private final boolean readsFrame;

    private WindowFunctionOperator(String name, boolean readsFrame, List<Signature> overloads) {
        super(
                name,
                null,
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(
                        binding.getTypeFactory(),
                        resolve(name, overloads, Coercion.types(binding)).result()),
                null,
                new OverloadChecker(binding ->
                        resolve(name, overloads, Coercion.types(binding)).parameters()),
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                true,
                Optionality.FORBIDDEN);
        this.readsFrame = readsFrame;
    }

    private static WindowFunctionOperator of(String name, boolean readsFrame, String... overloads) {
        return new WindowFunctionOperator(
                name, readsFrame, Stream.of(overloads).map(Signature::of).toList());
    }

    /** The operators of this kind. */
    static List<WindowFunctionOperator> all() {
        return List.of(
                of("row_number", false, "->int8"),
                of("rank", false, "->int8"),
                of("dense_rank", false, "->int8"),
                of("percent_rank", false, "->float8"),
                of("cume_dist", false, "->float8"),
                of("ntile", false, "int4->int4"),
                neighbour("lag"),
                neighbour("lead"),
                of("first_value", true, "anyelement->anyelement"),
                of("last_value", true, "anyelement->anyelement"),
                of("nth_value", true, "anyelement,int4->anyelement"));
    }

    private static WindowFunctionOperator neighbour(String name) {
        return of(
                name,
                false,
                "anyelement->anyelement",
                "anyelement,int4->anyelement",
                "anycompatible,int4,anycompatible->anycompatible");
    }

    private static Overloads.Resolved<Signature> resolve(
            String name, List<Signature> overloads, List<String> arguments) {
        return Overloads.resolve(name, overloads, UnaryOperator.identity(), arguments)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.UNDEFINED_FUNCTION, Overloads.called(name, arguments) + " does not exist"));
    }

    @Override
    public boolean allowsFraming() {
        return readsFrame;
    }
}
