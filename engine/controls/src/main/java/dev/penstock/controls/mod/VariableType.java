package dev.penstock.controls.mod;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Suggestion;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type of a variable.
 *
 * @param text as it is written
 * @param type any for a connection
 * @param isConnection whether values are names of connections
 */
record VariableType(String text, HclType type, boolean isConnection) {
    private static final Set<String> NAMES = Set.of(
            "string", "number", "bool", "any", "list", "set", "map", "object", "tuple", "connection", "notifier");

    /** The type that an expression spells. */
    static VariableType of(Expression written) {
        boolean connection = written instanceof Expression.Traversal name
                && Set.of("connection", "notifier").contains(name.root());
        return new VariableType(written.span().text(), connection ? Primitive.ANY : type(written), connection);
    }

    /** The type of a variable that has only a default; lists may grow, objects may differ. */
    static VariableType of(HclValue defaultValue) {
        if (defaultValue instanceof HclValue.Sequence) {
            return new VariableType("list(any)", HclType.listOf(Primitive.ANY), false);
        }
        HclType type = defaultValue.type();
        return type.isScalar()
                ? new VariableType(type.description(), type, false)
                : new VariableType("any", Primitive.ANY, defaultValue instanceof HclValue.Reference);
    }

    /**
     * A value as one of this type.
     *
     * @throws ValueException if it can't be one
     */
    HclValue convert(HclValue value) {
        if (isConnection) {
            boolean fits = value instanceof HclValue.Text || value instanceof HclValue.Reference;
            if (!fits) {
                throw new ValueException("a " + text + " is needed, not a " + value.kind());
            }
            return value;
        }
        if (!value.isWhollyKnown()) {
            throw new ValueException("a " + text + " is needed, not a " + value.kind());
        }
        return Conversion.convert(value, type);
    }

    private static HclType type(Expression written) {
        if (written instanceof Expression.Group group) {
            return type(group.inner());
        }
        if (written instanceof Expression.Literal literal && literal.value() instanceof HclValue.Text quoted) {
            return named(quoted.value(), written);
        }
        if (written instanceof Expression.Traversal name && name.steps().isEmpty()) {
            return named(name.root(), written);
        }
        if (written instanceof Expression.Call call && call.arguments().size() == 1) {
            return constructed(call, call.arguments().get(0));
        }
        throw unknown(written);
    }

    private static HclType named(String name, Expression written) {
        return switch (name) {
            case "string" -> Primitive.STRING;
            case "number" -> Primitive.NUMBER;
            case "bool" -> Primitive.BOOL;
            case "any" -> Primitive.ANY;
            case "list" -> HclType.listOf(Primitive.ANY);
            case "set" -> HclType.setOf(Primitive.ANY);
            case "map" -> HclType.mapOf(Primitive.ANY);
            default -> throw unknown(written);
        };
    }

    private static HclType constructed(Expression.Call call, Expression argument) {
        return switch (call.function()) {
            case "list" -> HclType.listOf(type(argument));
            case "set" -> HclType.setOf(type(argument));
            case "map" -> HclType.mapOf(type(argument));
            case "object" -> object(argument);
            case "tuple" -> tuple(argument);
            default -> throw unknown(call);
        };
    }

    private static HclType object(Expression argument) {
        if (!(argument instanceof Expression.ObjectOf object)) {
            throw unknown(argument);
        }
        Map<String, HclType> attributes = new LinkedHashMap<>();
        for (Expression.Entry entry : object.entries()) {
            if (!(entry.key() instanceof Expression.Literal key && key.value() instanceof HclValue.Text name)) {
                throw unknown(entry.key());
            }
            attributes.put(name.value(), type(entry.value()));
        }
        return new HclType.Objects(attributes);
    }

    private static HclType tuple(Expression argument) {
        if (!(argument instanceof Expression.ListOf list)) {
            throw unknown(argument);
        }
        List<HclType> elements = new ArrayList<>();
        list.elements().forEach(element -> elements.add(type(element)));
        return new HclType.Tuple(elements);
    }

    private static HclException unknown(Expression written) {
        String text = written.span().text();
        return new HclException(
                List.of(written.span().problem("there is no type " + text, Suggestion.of(text, NAMES))));
    }
}
