package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresParser;
import dev.penstock.grammar.SyntaxException;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.TextPosition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/** Parses, checks and converts statements, with PostgreSQL's rules and PostgreSQL's words for what is wrong. */
public final class PostgresDialect {
    private static final SqlToRelConverter.Config CONVERSION = SqlToRelConverter.config()
            .withExpand(false)
            .withTrimUnusedFields(false)
            .withInSubQueryThreshold(Integer.MAX_VALUE)
            .withRelBuilderConfigTransform(
                    config -> config.withBloat(-1).withSimplify(false).withAggregateUnique(true));

    private final CalciteSchema schema;
    private final List<List<String>> searchPath;
    private final SqlOperatorTable operators;
    private final TableColumns tables;

    /**
     * A dialect over schemas.
     *
     * @param searchPath the schemas in which an unqualified name is looked for, the first first
     */
    public PostgresDialect(CalciteSchema schema, List<String> searchPath) {
        this.schema = schema;
        this.searchPath = searchPath.stream().map(List::of).toList();
        this.tables = new TableColumns(schema, this.searchPath);
        this.operators = new FoldedOperatorTable(PostgresOperatorTable.create());
    }

    /**
     * Checks one statement.
     *
     * @throws EngineException in PostgreSQL's words, with its place in the text
     */
    public Prepared prepare(String sql) {
        try {
            return checked(sql);
        } catch (StackOverflowError e) {
            throw new EngineException(
                    ErrorCode.STATEMENT_TOO_COMPLEX,
                    "stack depth limit exceeded: the statement is nested too deeply",
                    e);
        }
    }

    private Prepared checked(String sql) {
        List<SqlNode> statements = parse(sql);
        if (statements.size() != 1) {
            throw new EngineException(
                    ErrorCode.SYNTAX_ERROR,
                    statements.isEmpty() ? "there is no statement here" : "one statement at a time");
        }
        var typeFactory = new PostgresTypeFactory();
        var reader = new SearchPathReader(schema, searchPath, typeFactory);
        SqlValidator validator = new PostgresValidator(
                operators,
                reader,
                typeFactory,
                SqlValidator.Config.DEFAULT
                        .withConformance(PostgresParser.conformance())
                        .withDefaultNullCollation(NullCollation.HIGH)
                        .withIdentifierExpansion(true)
                        .withTypeCoercionEnabled(true)
                        .withTypeCoercionFactory(PostgresCoercion::new));
        QueryRewriter.Query query = new QueryRewriter(tables).query(statements.get(0), Scope.outermost());
        SqlNode rewritten = Objects.requireNonNull(query.node().accept(new Rewriter()));
        try {
            SqlNode valid = validator.validate(rewritten);
            RelNode tree = new Converter(validator, reader, cluster(typeFactory)).convert(valid);
            List<RelDataTypeField> fields =
                    validator.getValidatedNodeType(valid).getFieldList();
            List<String> names = query.columns() == null ? names(valid, fields) : query.columns();
            var columns = new ArrayList<Prepared.Output>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(new Prepared.Output(names.get(i), fields.get(i).getType()));
            }
            return new Prepared(firstFields(tree, Math.max(1, columns.size())), columns);
        } catch (CalciteContextException e) {
            throw DialectErrors.of(e, tableNames(), columnsInReach(rewritten));
        }
    }

    private Set<String> columnsInReach(SqlNode statement) {
        var named = new NamesInReach(schema);
        statement.accept(named);
        return named.columns();
    }

    private static List<SqlNode> parse(String sql) {
        try {
            return PostgresParser.statements(sql);
        } catch (SyntaxException e) {
            throw new EngineException(
                    ErrorCode.SYNTAX_ERROR, String.valueOf(e.getMessage()), new TextPosition(e.line(), e.column()), e);
        }
    }

    private static RelOptCluster cluster(PostgresTypeFactory typeFactory) {
        var planner = new HepPlanner(HepProgram.builder().build());
        planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
        RelOptCluster cluster = RelOptCluster.create(planner, new PostgresRexBuilder(typeFactory));
        cluster.setMetadataQuerySupplier(LazyMetadata::query);
        return cluster;
    }

    /** Without the fields behind the output, which only ORDER BY needs. */
    private static RelNode firstFields(RelNode tree, int count) {
        List<RelDataTypeField> fields = tree.getRowType().getFieldList();
        if (fields.size() == count) {
            return tree;
        }
        List<RexNode> kept = IntStream.range(0, count)
                .<RexNode>mapToObj(i -> tree.getCluster().getRexBuilder().makeInputRef(tree, i))
                .toList();
        List<String> names =
                fields.subList(0, count).stream().map(RelDataTypeField::getName).toList();
        return LogicalProject.create(tree, List.of(), kept, names, Set.of());
    }

    /**
     * Calcite's converter, without its check that no type changes: recursive queries change NOT NULL. It tells where the
     * queries of WITH are referred to.
     */
    private static final class Converter extends SqlToRelConverter {
        private final IdentityHashMap<SqlNode, SqlWithItem> named = new IdentityHashMap<>();
        private final SqlValidator checked;

        Converter(SqlValidator validator, CalciteCatalogReader reader, RelOptCluster cluster) {
            super(
                    (rowType, text, schemaPath, viewPath) -> {
                        throw new IllegalStateException("there are no views");
                    },
                    validator,
                    reader,
                    cluster,
                    StandardConvertletTable.INSTANCE,
                    CONVERSION);
            this.checked = validator;
        }

        @Override
        protected RelRoot convertQueryRecursive(SqlNode query, boolean top, @Nullable RelDataType targetRowType) {
            if (query instanceof SqlWith with) {
                with.withList.forEach(node -> {
                    var item = (SqlWithItem) Objects.requireNonNull(node);
                    named.put(item.query, item);
                });
            }
            RelRoot root = super.convertQueryRecursive(query, top, targetRowType);
            SqlWithItem item = named.get(query);
            return item == null ? root : root.withRel(new NamedQuery(root.rel, item));
        }

        @Override
        public RelRoot convertQuery(SqlNode query, boolean needsValidation, boolean top) {
            RelNode rel = convertQueryRecursive(query, top, null).rel;
            return RelRoot.of(rel, checked.getValidatedNodeType(query), query.getKind());
        }

        RelNode convert(SqlNode valid) {
            return convertQueryRecursive(valid, true, null).rel;
        }
    }

    /** The names as the query gives them; Calcite's own are made unique. */
    private static List<String> names(SqlNode checked, List<RelDataTypeField> fields) {
        SqlNode query = checked;
        while (!(query instanceof SqlSelect)) {
            if (query.getKind() == SqlKind.VALUES) {
                return IntStream.rangeClosed(1, fields.size())
                        .mapToObj(i -> "column" + i)
                        .toList();
            }
            SqlNode inner = innerQuery(query);
            if (inner == null) {
                return fields.stream().map(RelDataTypeField::getName).toList();
            }
            query = inner;
        }
        List<SqlNode> items = ((SqlSelect) query).getSelectList();
        var names = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            String alias = i < items.size() ? SqlValidatorUtil.alias(items.get(i)) : null;
            names.add(alias == null || alias.isEmpty() ? fields.get(i).getName() : alias);
        }
        return names;
    }

    private static @Nullable SqlNode innerQuery(SqlNode query) {
        if (query instanceof SqlOrderBy ordered) {
            return ordered.query;
        }
        return query instanceof SqlWith with ? with.body : null;
    }

    private Set<String> tableNames() {
        var names = new TreeSet<String>();
        schema.getSubSchemaMap().values().forEach(sub -> names.addAll(sub.getTableNames()));
        return names;
    }

    /** Looks for unqualified names along the search path. */
    private static final class SearchPathReader extends CalciteCatalogReader {
        SearchPathReader(CalciteSchema schema, List<List<String>> searchPath, PostgresTypeFactory typeFactory) {
            super(schema, SqlNameMatchers.withCaseSensitive(true), withRoot(searchPath), typeFactory, caseSensitive());
        }

        private static List<List<String>> withRoot(List<List<String>> searchPath) {
            var all = new ArrayList<>(searchPath);
            all.add(List.of());
            return all;
        }

        private static CalciteConnectionConfigImpl caseSensitive() {
            var properties = new Properties();
            properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "true");
            return new CalciteConnectionConfigImpl(properties);
        }
    }
}
