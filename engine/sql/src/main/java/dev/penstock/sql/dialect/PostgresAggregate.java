package dev.penstock.sql.dialect;

import dev.penstock.sql.function.Accumulator;
import dev.penstock.sql.function.AggregateDefinition;
import dev.penstock.sql.function.Overloads;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.Optionality;

/** An aggregate of PostgreSQL's, with all of its overloads; it takes its rows in an order if the query says so (chapter 9.21). */
public final class PostgresAggregate extends SqlAggFunction {
    private static final long serialVersionUID = 1L;

    private final transient List<AggregateDefinition> overloads;

    PostgresAggregate(String name, List<AggregateDefinition> overloads) {
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
                false,
                Optionality.OPTIONAL);
        this.overloads = List.copyOf(overloads);
    }

    /** What makes the state of one group, for arguments of these types. */
    public Supplier<Accumulator> accumulator(List<String> types) {
        return resolve(getName(), overloads, types)
                .definition()
                .implementation()
                .of(types);
    }

    private static Overloads.Resolved<AggregateDefinition> resolve(
            String name, List<AggregateDefinition> overloads, List<String> arguments) {
        return Overloads.resolve(name, overloads, AggregateDefinition::signature, arguments)
                .orElseThrow(() -> Overloads.none(
                        name,
                        overloads.stream().map(AggregateDefinition::signature).toList(),
                        arguments));
    }
}
