package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code jsonb_agg}, {@code jsonb_object_agg} and their twins for json (chapter 9.21). */
public final class JsonAggregates {
    private JsonAggregates() {}

    /** The aggregates. */
    public static List<AggregateDefinition> aggregates() {
        return List.of(
                new AggregateDefinition(
                        "jsonb_agg", Signature.of("any->jsonb"), types -> () -> new Elements(types.get(0))),
                new AggregateDefinition(
                        "jsonb_object_agg", Signature.of("any,any->jsonb"), types -> () -> new Members(types)),
                new AggregateDefinition(
                        "json_agg", Signature.of("any->json"), types -> () -> new PlainElements(types.get(0))),
                new AggregateDefinition(
                        "json_object_agg", Signature.of("any,any->json"), types -> () -> new PlainMembers(types)));
    }

    private static final class Elements implements Accumulator {
        private final String type;
        private final List<Json> elements = new ArrayList<>();

        Elements(String type) {
            this.type = type;
        }

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            elements.add(JsonConversion.orNull(arguments[0], type, context));
        }

        @Override
        public @Nullable Object result() {
            return elements.isEmpty() ? null : Json.array(elements);
        }
    }

    private static final class Members implements Accumulator {
        private final List<String> types;
        private final Map<String, Json> members = new LinkedHashMap<>();

        Members(List<String> types) {
            this.types = types;
        }

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            members.put(
                    key(arguments[0], types.get(0), context),
                    JsonConversion.orNull(arguments[1], types.get(1), context));
        }

        @Override
        public @Nullable Object result() {
            return members.isEmpty() ? null : Json.object(members);
        }
    }

    private static String key(@Nullable Object key, String type, FunctionContext context) {
        if (key == null) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "field name must not be null");
        }
        return JsonConversion.key(key, type, context);
    }

    private static final class PlainElements implements Accumulator {
        private final String type;
        private final StringBuilder text = new StringBuilder();

        PlainElements(String type) {
            this.type = type;
        }

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            boolean structured = TypeRules.isArray(type) || type.equals("record");
            if (text.length() == 0) {
                text.append('[');
            } else {
                text.append(", ").append(structured && arguments[0] != null ? "\n " : "");
            }
            text.append(JsonConversion.toText(arguments[0], type, context));
        }

        @Override
        public @Nullable Object result() {
            return text.length() == 0 ? null : text + "]";
        }
    }

    private static final class PlainMembers implements Accumulator {
        private final List<String> types;
        private final StringBuilder text = new StringBuilder();

        PlainMembers(List<String> types) {
            this.types = types;
        }

        @Override
        public boolean keepsValues() {
            return true;
        }

        @Override
        public void add(@Nullable Object[] arguments, FunctionContext context) {
            text.append(text.length() == 0 ? "{ " : ", ");
            text.append(JsonConversion.quoted(key(arguments[0], types.get(0), context)))
                    .append(" : ")
                    .append(JsonConversion.toText(arguments[1], types.get(1), context));
        }

        @Override
        public @Nullable Object result() {
            return text.length() == 0 ? null : text + " }";
        }
    }
}
