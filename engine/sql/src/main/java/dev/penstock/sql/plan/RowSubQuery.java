package dev.penstock.sql.plan;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/**
 * A query inside an expression that reads no table and therefore runs where PostgreSQL runs it: for each row, and only if
 * its value is asked for. A call's operands are the compared values of IN, then the fields of the outer row that the
 * query reads.
 */
final class RowSubQuery extends SqlFunction {
    private static final long serialVersionUID = 1L;

    private final transient RelNode query;
    private final SqlKind form;
    private final int compared;
    private final transient @Nullable CorrelationId correlation;
    private final transient List<Integer> fields;
    private final int width;

    /**
     * A query.
     *
     * @param form EXISTS, IN, SCALAR_QUERY or ARRAY_QUERY_CONSTRUCTOR
     * @param compared how many values IN compares
     * @param correlation the outer row inside the query, null if it reads none
     * @param fields the fields that it reads of the outer row
     * @param width how many fields the outer row has
     */
    RowSubQuery(
            RelNode query,
            SqlKind form,
            int compared,
            @Nullable CorrelationId correlation,
            List<Integer> fields,
            int width) {
        super(
                form + " query " + query.getId(),
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.ARG0,
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.query = query;
        this.form = form;
        this.compared = compared;
        this.correlation = correlation;
        this.fields = List.copyOf(fields);
        this.width = width;
    }

    RelNode query() {
        return query;
    }

    SqlKind form() {
        return form;
    }

    int compared() {
        return compared;
    }

    @Nullable
    CorrelationId correlation() {
        return correlation;
    }

    List<Integer> fields() {
        return fields;
    }

    int width() {
        return width;
    }
}
