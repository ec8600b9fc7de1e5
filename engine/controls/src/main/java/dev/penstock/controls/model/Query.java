package dev.penstock.controls.model;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named query.
 *
 * @param mod short name of its mod
 * @param name its name in the mod
 * @param title empty if it has none
 * @param description empty if it has none
 * @param documentation Markdown; empty if it has none
 * @param sql the text, as the mod gives it
 * @param parameters in the order of {@code $1}, {@code $2} and so on
 * @param arguments values that it sets for its own parameters
 */
public record Query(
        String mod,
        String name,
        String title,
        String description,
        String documentation,
        Map<String, String> tags,
        String sql,
        List<Parameter> parameters,
        Arguments arguments) {

    /** Sorts and copies the tags, copies the parameters. */
    public Query {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        parameters = List.copyOf(parameters);
    }

    /** A query without parameters. */
    public Query(String mod, String name, String title, String description, String sql) {
        this(mod, name, title, description, "", Map.of(), sql, List.of(), Arguments.NONE);
    }

    /** Such as {@code aws_compliance.query.iam_user_one_active_key}. */
    public String fullName() {
        return mod + ".query." + name;
    }

    /**
     * The SQL with a value for each parameter: the first that an argument, the query itself or the parameter's default gives.
     *
     * @param layers arguments; the earlier ones win
     * @throws EngineException with code INVALID_PARAMETER if a parameter has no value, or an argument no parameter
     */
    public BoundQuery bind(Arguments... layers) {
        List<Arguments> all = new ArrayList<>(List.of(layers));
        all.add(arguments);
        all.forEach(layer -> mismatch(layer).ifPresent(problem -> {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, problem);
        }));
        if (parameters.isEmpty()) {
            List<SqlValue> positional = all.stream()
                    .map(Arguments::positional)
                    .filter(values -> !values.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            return new BoundQuery(sql, values(positional));
        }
        List<SqlValue> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(value(i, all));
        }
        return new BoundQuery(sql, values(values));
    }

    private static List<@Nullable Object> values(List<SqlValue> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value.value()));
        return plain;
    }

    private SqlValue value(int place, List<Arguments> layers) {
        Parameter parameter = parameters.get(place);
        return layers.stream()
                .flatMap(layer -> layer.of(parameter.name(), place).stream())
                .findFirst()
                .or(parameter::defaultValue)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "the parameter " + parameter.name() + " of query " + name + " has no value; " + described()
                                + "; set it with --arg " + parameter.name() + "=<value>"));
    }

    /** What is wrong with arguments, if they don't fit the parameters. */
    public Optional<String> mismatch(Arguments given) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String argument : given.named().keySet()) {
            if (!names.contains(argument)) {
                return Optional.of("query " + name + " has no parameter " + argument
                        + NearestName.of(argument, names)
                                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                                .orElse("; " + described()));
            }
        }
        int count = given.positional().size();
        return parameters.isEmpty() || count <= parameters.size()
                ? Optional.empty()
                : Optional.of("query " + name + " gets " + count + " arguments; " + described());
    }

    private String described() {
        return parameters.isEmpty()
                ? "it takes none"
                : "its parameters are "
                        + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
