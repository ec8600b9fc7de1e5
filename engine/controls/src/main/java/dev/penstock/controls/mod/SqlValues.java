package dev.penstock.controls.mod;

import dev.penstock.controls.model.SqlValue;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import dev.penstock.spi.value.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of expressions to values of SQL: whole numbers stay whole, lists of one kind are arrays, the rest is JSON. */
final class SqlValues {
    private SqlValues() {}

    /**
     * The value that a session takes.
     *
     * @throws ValueException if it is not known in all parts
     */
    static SqlValue of(HclValue value) {
        if (value instanceof HclValue.Reference reference
                && reference.names().get(0).equals("connection")) {
            return SqlValue.text(reference.text());
        }
        if (value.isNull()) {
            return SqlValue.NULL;
        }
        if (value instanceof HclValue.Sequence list && isOfOneKind(list.elements())) {
            return new SqlValue(list.elements().stream().map(SqlValues::scalar).toList());
        }
        return new SqlValue(isScalar(value) ? scalar(value) : json(value));
    }

    private static boolean isScalar(HclValue value) {
        return value instanceof HclValue.Text || value instanceof HclValue.Num || value instanceof HclValue.Bool;
    }

    private static boolean isOfOneKind(List<HclValue> elements) {
        return elements.stream().allMatch(SqlValues::isScalar)
                && elements.stream().map(HclValue::type).distinct().count() <= 1;
    }

    private static Object scalar(HclValue value) {
        if (value instanceof HclValue.Text text) {
            return text.value();
        }
        if (value instanceof HclValue.Bool bool) {
            return bool.value();
        }
        if (value instanceof HclValue.Num number) {
            return number(number.value());
        }
        throw new ValueException("this is no scalar");
    }

    private static Object number(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return whole ? (Object) number.longValueExact() : number;
    }

    private static Json json(HclValue value) {
        if (value instanceof HclValue.Sequence list) {
            return Json.array(list.elements().stream().map(SqlValues::json).toList());
        }
        if (value instanceof HclValue.Dictionary dictionary) {
            Map<String, Json> members = new LinkedHashMap<>();
            dictionary.entries().forEach((key, member) -> members.put(key, json(member)));
            return Json.object(members);
        }
        if (value.isNull()) {
            return Json.nullValue();
        }
        if (value instanceof HclValue.Text text) {
            return Json.text(text.value());
        }
        if (value instanceof HclValue.Bool bool) {
            return Json.bool(bool.value());
        }
        if (value instanceof HclValue.Num number) {
            return Json.number(number.value());
        }
        throw new ValueException("a value is needed that is known when the mod is loaded");
    }
}
