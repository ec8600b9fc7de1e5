package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values at paths of keys and places, written as text arrays: {@code #>}, {@code #-}, {@code jsonb_set} and the like. */
final class JsonPaths {
    private JsonPaths() {}

    /** The value at a path, NULL if there is none. */
    static @Nullable Json get(Json json, List<?> path) {
        Json value = json;
        for (Object step : path) {
            if (step == null || value == null) {
                return null;
            }
            if (value instanceof Json.JsonArray) {
                Long place = wholeOrNull(step.toString());
                value = place == null ? null : JsonOperators.member(value, place);
            } else {
                value = JsonOperators.member(value, step);
            }
        }
        return value;
    }

    private static @Nullable Long wholeOrNull(String text) {
        try {
            return (long) Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What happens at the end of a path. */
    private enum Change {
        SET,
        CREATE,
        INSERT_BEFORE,
        INSERT_AFTER,
        DELETE
    }

    /** The value with another one at a path; a missing last step is added if wanted. */
    static Json set(Json json, List<?> path, Json value, boolean create) {
        requireContainer(json, "cannot set path in scalar");
        boolean nothing = !create && size(json) == 0;
        return path.isEmpty() || nothing ? json : changed(json, path, 0, create ? Change.CREATE : Change.SET, value);
    }

    /** The value with another one put in at a path. */
    static Json insert(Json json, List<?> path, Json value, boolean after) {
        requireContainer(json, "cannot set path in scalar");
        return path.isEmpty()
                ? json
                : changed(json, path, 0, after ? Change.INSERT_AFTER : Change.INSERT_BEFORE, value);
    }

    /** The value without what is at a path. */
    static Json delete(Json json, List<?> path) {
        requireContainer(json, "cannot delete path in scalar");
        return path.isEmpty() || size(json) == 0 ? json : changed(json, path, 0, Change.DELETE, Json.nullValue());
    }

    private static void requireContainer(Json json, String message) {
        if (!(json instanceof Json.JsonObject) && !(json instanceof Json.JsonArray)) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, message);
        }
    }

    private static int size(Json json) {
        return json instanceof Json.JsonArray array
                ? array.elements().size()
                : ((Json.JsonObject) json).members().size();
    }

    private static Json changed(Json json, List<?> path, int level, Change change, Json value) {
        if (path.get(level) == null) {
            throw new EngineException(ErrorCode.NULL_VALUE, "path element at position " + (level + 1) + " is null");
        }
        if (json instanceof Json.JsonObject object) {
            return inObject(object, path, level, change, value);
        }
        return json instanceof Json.JsonArray array ? inArray(array, path, level, change, value) : json;
    }

    private static Json inObject(Json.JsonObject object, List<?> path, int level, Change change, Json value) {
        String name = String.valueOf(path.get(level));
        var members = new LinkedHashMap<>(object.members());
        Json present = members.get(name);
        if (level < path.size() - 1) {
            if (present != null) {
                members.put(name, changed(present, path, level + 1, change, value));
            }
            return Json.object(members);
        }
        boolean inserts = change == Change.INSERT_BEFORE || change == Change.INSERT_AFTER;
        if (present != null && inserts) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "cannot replace existing key");
        }
        if (change == Change.DELETE) {
            members.remove(name);
        } else if (present != null || change != Change.SET) {
            members.put(name, value);
        }
        return Json.object(members);
    }

    private static Json inArray(Json.JsonArray array, List<?> path, int level, Change change, Json value) {
        String step = String.valueOf(path.get(level));
        Long place = wholeOrNull(step);
        if (place == null) {
            throw new EngineException(
                    ErrorCode.INVALID_TEXT,
                    "path element at position " + (level + 1) + " is not an integer: \"" + step + "\"");
        }
        var elements = new ArrayList<>(array.elements());
        int size = elements.size();
        long index = place < 0 ? size + place : place;
        boolean within = index >= 0 && index < size;
        if (level < path.size() - 1) {
            if (within) {
                elements.set((int) index, changed(elements.get((int) index), path, level + 1, change, value));
            }
            return Json.array(elements);
        }
        if (!within) {
            if (change != Change.SET && change != Change.DELETE) {
                elements.add(index < 0 ? 0 : size, value);
            }
            return Json.array(elements);
        }
        switch (change) {
            case DELETE -> elements.remove((int) index);
            case SET, CREATE -> elements.set((int) index, value);
            case INSERT_BEFORE -> elements.add((int) index, value);
            case INSERT_AFTER -> elements.add((int) index + 1, value);
        }
        return Json.array(elements);
    }
}
