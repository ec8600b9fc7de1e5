package dev.penstock.tables.aws.iam;

import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The form in which policies that mean the same look the same: members by their official names, every action, resource,
 * principal and condition value a sorted list without duplicates, actions and condition keys in lower case.
 */
final class CanonicalPolicy {
    private static final Set<String> LISTS = Set.of("resource", "notresource");
    private static final Set<String> LOWER_CASE_LISTS = Set.of("action", "notaction");
    private static final Set<String> PRINCIPALS = Set.of("principal", "notprincipal");
    private static final List<String> STATEMENT_MEMBERS =
            List.of("Sid", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition");

    private CanonicalPolicy() {}

    /**
     * The canonical form of a policy, null for an empty text.
     *
     * @param encoded URL-encoded JSON
     * @throws MalformedPolicyException if it is no policy
     */
    static @Nullable Json of(@Nullable String encoded) {
        Json parsed = PolicyDocument.parse(encoded);
        return parsed == null ? null : document(parsed);
    }

    private static Json document(Json parsed) {
        Map<String, Json> members = foldedMembers(parsed, "a policy");
        var canonical = new LinkedHashMap<String, Json>();
        Json id = members.get("id");
        if (id != null && !plainText(id, "Id").isEmpty()) {
            canonical.put("Id", id);
        }
        canonical.put("Version", textOrEmpty(members.get("version"), "Version"));
        canonical.put("Statement", statements(members.get("statement")));
        return Json.object(canonical);
    }

    private static Json statements(@Nullable Json statement) {
        if (statement == null) {
            return Json.nullValue();
        }
        if (statement instanceof Json.JsonArray array) {
            return IamJson.each(array.elements(), CanonicalPolicy::statement);
        }
        return Json.array(List.of(statement(statement)));
    }

    private static Json statement(Json statement) {
        Map<String, Json> members = foldedMembers(statement, "a statement");
        var canonical = new LinkedHashMap<String, Json>();
        canonical.put("Effect", textOrEmpty(members.get("effect"), "Effect"));
        for (String name : STATEMENT_MEMBERS) {
            String folded = name.toLowerCase(Locale.ROOT);
            Json value = members.get(folded);
            if (value != null) {
                Json member = member(folded, value);
                if (!isEmpty(member)) {
                    canonical.put(name, member);
                }
            }
        }
        return Json.object(canonical);
    }

    private static Json member(String folded, Json value) {
        if (LOWER_CASE_LISTS.contains(folded)) {
            return sorted(value, text -> text.toLowerCase(Locale.ROOT));
        }
        if (LISTS.contains(folded)) {
            return sorted(value, UnaryOperator.identity());
        }
        if (PRINCIPALS.contains(folded)) {
            return principal(value);
        }
        return folded.equals("condition") ? condition(value) : Json.text(plainText(value, "Sid"));
    }

    private static Json principal(Json value) {
        if (value instanceof Json.JsonText) {
            return Json.object(Map.of("AWS", Json.array(List.of(value))));
        }
        var kinds = new LinkedHashMap<String, Json>();
        members(value, "a principal")
                .forEach((kind, names) -> kinds.put(kind, sorted(names, UnaryOperator.identity())));
        return Json.object(kinds);
    }

    private static Json condition(Json value) {
        var operators = new LinkedHashMap<String, Json>();
        members(value, "a condition").forEach((operator, body) -> operators.put(operator, conditionKeys(body)));
        return Json.object(operators);
    }

    /** Keys that differ only in case become one, with the values of all. */
    private static Json conditionKeys(Json body) {
        var values = new LinkedHashMap<String, Set<Json>>();
        members(body, "a condition's operator")
                .forEach((key, value) -> values.computeIfAbsent(key.toLowerCase(Locale.ROOT), folded -> new TreeSet<>())
                        .addAll(distinct(value, UnaryOperator.identity())));
        var keys = new LinkedHashMap<String, Json>();
        values.forEach((key, texts) -> keys.put(key, Json.array(List.copyOf(texts))));
        return Json.object(keys);
    }

    private static Json sorted(Json value, UnaryOperator<String> change) {
        return Json.array(List.copyOf(distinct(value, change)));
    }

    /** The order of JSON texts is that of their UTF-8 bytes. */
    private static Set<Json> distinct(Json value, UnaryOperator<String> change) {
        var texts = new TreeSet<Json>();
        if (value instanceof Json.JsonArray array) {
            array.elements().forEach(element -> texts.add(Json.text(change.apply(elementText(element)))));
        } else if (value instanceof Json.JsonNull) {
            throw new MalformedPolicyException("a policy with null for a list", null);
        } else {
            texts.add(Json.text(change.apply(elementText(value))));
        }
        return texts;
    }

    private static String elementText(Json element) {
        if (element instanceof Json.JsonText text) {
            return text.text();
        }
        if (element instanceof Json.JsonBoolean bool) {
            return Boolean.toString(bool.bool());
        }
        if (element instanceof Json.JsonNumber number) {
            return numberText(number.number());
        }
        if (element instanceof Json.JsonNull) {
            return "<nil>";
        }
        throw new MalformedPolicyException("a policy with a list or an object inside a list", null);
    }

    /** A number as a 64-bit float in plain notation, as policies that were compared before were written. */
    private static String numberText(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new MalformedPolicyException("a policy with a number out of range", null);
        }
        BigDecimal plain = new BigDecimal(Double.toString(value));
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    private static Json textOrEmpty(@Nullable Json value, String name) {
        return Json.text(value == null ? "" : plainText(value, name));
    }

    /** A text; JSON null is the empty one. */
    private static String plainText(Json value, String name) {
        if (value instanceof Json.JsonText text) {
            return text.text();
        }
        if (value instanceof Json.JsonNull) {
            return "";
        }
        throw new MalformedPolicyException("a policy whose " + name + " is no text", null);
    }

    private static Map<String, Json> members(Json value, String what) {
        if (value instanceof Json.JsonObject object) {
            return object.members();
        }
        throw new MalformedPolicyException(what + " that is no object", null);
    }

    private static Map<String, Json> foldedMembers(Json value, String what) {
        var folded = new LinkedHashMap<String, Json>();
        members(value, what).forEach((name, member) -> folded.put(name.toLowerCase(Locale.ROOT), member));
        return folded;
    }

    private static boolean isEmpty(Json value) {
        if (value instanceof Json.JsonText text) {
            return text.text().isEmpty();
        }
        if (value instanceof Json.JsonArray array) {
            return array.elements().isEmpty();
        }
        return value instanceof Json.JsonObject object && object.members().isEmpty();
    }
}
