package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeModifier;
import java.util.List;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Finds functions whatever their case: the parser folds names down, Calcite's own functions are written in capitals.
 * Casts, parameters and fields of records are made as they are asked for.
 */
final class FoldedOperatorTable implements SqlOperatorTable {
    private static final SqlNameMatcher ANY_CASE = SqlNameMatchers.withCaseSensitive(false);

    private final SqlOperatorTable operators;

    FoldedOperatorTable(SqlOperatorTable operators) {
        this.operators = operators;
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher matcher) {
        String simple = name.isSimple() ? name.getSimple() : "";
        if (simple.startsWith(CastFunction.PREFIX)) {
            String type = simple.substring(CastFunction.PREFIX.length());
            if (PostgresTypes.isKnown(TypeModifier.typeOf(type))) {
                found.add(new CastFunction(type));
            }
            return;
        }
        if (simple.startsWith(RecordField.PREFIX)) {
            found.add(new RecordField(simple.substring(RecordField.PREFIX.length())));
            return;
        }
        if (Parameter.isName(simple) && syntax == SqlSyntax.FUNCTION) {
            found.add(new Parameter(Integer.parseInt(simple.substring(Parameter.PREFIX.length())) - 1));
            return;
        }
        operators.lookupOperatorOverloads(name, null, syntax, found, ANY_CASE);
        if (syntax == SqlSyntax.FUNCTION) {
            // count is looked for as any other function, but listed as one that takes a star.
            operators.lookupOperatorOverloads(name, null, SqlSyntax.FUNCTION_STAR, found, ANY_CASE);
        }
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        return operators.getOperatorList();
    }
}
