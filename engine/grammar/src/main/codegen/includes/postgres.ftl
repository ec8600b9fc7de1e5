<#-- PostgreSQL's own productions. FreeMarker reads "<" before "@" or "#" as a tag of its own. -->
/** The place in the list of parameters, from 0, that the token just read names from 1. */
JAVACODE int parameterIndex() {
    final String digits = getToken(0).image.substring(1);
    final int number = digits.length() > 5 ? 0 : Integer.parseInt(digits);
    if (number == 0) {
        throw SyntaxErrors.at(getPos(), "there is no parameter " + getToken(0).image);
    }
    return number - 1;
}

/** DISTINCT ON (a, b): a mark before the select list, never a plain DISTINCT. */
void DistinctOn(List<SqlNode> selectList) :
{
    final Span s;
    final SqlNodeList keys;
}
{
    <DISTINCT> { s = span(); } <ON>
    <LPAREN> keys = ExpressionCommaList(span(), ExprContext.ACCEPT_SUB_QUERY) <RPAREN>
    { selectList.add(PostgresOperators.DISTINCT_ON.createCall(s.end(this), keys.getList())); }
}

/** The arguments of a function in FROM. What it returns is lateral, as in PostgreSQL. */
SqlNode TableFunction(SqlIdentifier name) :
{
    SqlNode call;
}
{
    call = ImplicitTableFunctionCallArgs(name)
    [
        <WITH> <ORDINALITY> {
            call = PostgresOperators.WITH_ORDINALITY.createCall(getPos(), call);
        }
    ]
    { return SqlStdOperatorTable.LATERAL.createCall(call.getParserPosition(), call); }
}

/** A reserved word as the name of an output column, without AS: those that cannot go on with an expression or a clause. */
SqlIdentifier BareLabel() :
{}
{
    (
        <ANALYSE> | <ASC> | <BOTH> | <CASE> | <CAST> | <CHECK> | <COLUMN> | <CONSTRAINT> | <CURRENT_CATALOG>
    |   <CURRENT_DATE> | <CURRENT_ROLE> | <CURRENT_TIME> | <CURRENT_TIMESTAMP> | <CURRENT_USER> | <DEFAULT_>
    |   <DEFERRABLE> | <DESC> | <DO> | <ELSE> | <END> | <FALSE> | <FOREIGN> | <INITIALLY> | <LEADING>
    |   <LOCALTIME> | <LOCALTIMESTAMP> | <NULL> | <ONLY> | <PLACING> | <PRIMARY> | <REFERENCES> | <SESSION_USER>
    |   <TABLE> | <THEN> | <TRAILING> | <TRUE> | <UNIQUE> | <USER> | <USING> | <VARIADIC> | <WHEN>
    )
    { return new SqlIdentifier(token.image.toLowerCase(java.util.Locale.ROOT), getPos()); }
}

/** {@code ROWS FROM (f(x), g(y))}: the functions under one mark, lateral as every function in FROM. */
SqlNode RowsFrom() :
{
    final List<SqlNode> calls = new ArrayList<SqlNode>();
    final Span s;
    SqlIdentifier name;
    SqlNode call;
}
{
    <ROWS> { s = span(); } <FROM> <LPAREN>
    name = CompoundTableIdentifier() call = ImplicitTableFunctionCallArgs(name) { calls.add(call); }
    (
        <COMMA>
        name = CompoundTableIdentifier() call = ImplicitTableFunctionCallArgs(name) { calls.add(call); }
    )*
    <RPAREN> { call = PostgresOperators.ROWS_FROM.createCall(s.end(this), calls); }
    [
        <WITH> <ORDINALITY> {
            call = PostgresOperators.WITH_ORDINALITY.createCall(getPos(), call);
        }
    ]
    { return SqlStdOperatorTable.LATERAL.createCall(call.getParserPosition(), call); }
}

/** Arguments of a function, and the order of an aggregate's input. */
List<SqlNode> OrderedParameterList(List<SqlNodeList> order) :
{
    final SqlLiteral qualifier;
    final List<SqlNode> list = new ArrayList<SqlNode>();
    final SqlNodeList orderBy;
}
{
    <LPAREN>
    (
        qualifier = AllOrDistinct() { list.add(qualifier); }
    |
        { list.add(null); }
    )
    AddArg(list, ExprContext.ACCEPT_SUB_QUERY)
    (
        <COMMA> { checkNonQueryExpression(ExprContext.ACCEPT_SUB_QUERY); }
        AddArg(list, ExprContext.ACCEPT_SUB_QUERY)
    )*
    [ orderBy = OrderBy(true) { order.add(orderBy); } ]
    <RPAREN>
    { return list; }
}

/** Everything after an operand that Calcite does not read, or reads with another precedence. */
void PostgresOperator(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlOperator op;
    final SqlDataTypeSpec type;
    final SqlIdentifier name;
    final SqlNode e;
}
{
    <DOUBLE_COLON> {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(PostgresOperators.CAST, getPos()));
    }
    type = DataType() { list.add(type); }
|
    <ISNULL> { list.add(new SqlParserUtil.ToTreeListItem(SqlStdOperatorTable.IS_NULL, getPos())); }
|
    <NOTNULL> { list.add(new SqlParserUtil.ToTreeListItem(SqlStdOperatorTable.IS_NOT_NULL, getPos())); }
|
    LOOKAHEAD(3)
    op = QuantifiedLike() {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(op, getPos()));
    }
    <LPAREN> e = OrderedQueryOrExpr(ExprContext.ACCEPT_NONCURSOR) <RPAREN> { list.add(e); }
|
    LOOKAHEAD(3)
    <AT> <TIME> <ZONE> {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(PostgresOperators.AT_TIME_ZONE, getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
|
    <COLLATE> {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(PostgresOperators.COLLATE, getPos()));
    }
    name = CompoundIdentifier() {
        list.add(SqlLiteral.createCharString(String.join(".", name.names), name.getParserPosition()));
    }
|
    op = PostgresBinaryOperator() {
        checkNonQueryExpression(exprContext);
        list.add(new SqlParserUtil.ToTreeListItem(op, getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

SqlOperator QuantifiedLike() :
{
    boolean not = false;
    boolean ignoreCase = false;
    boolean all = false;
}
{
    [ <NOT> { not = true; } ]
    ( <LIKE> | <ILIKE> { ignoreCase = true; } )
    ( <ANY> | <SOME> | <ALL> { all = true; } )
    { return PostgresOperators.like(ignoreCase, not, all); }
}

SqlOperator PostgresBinaryOperator() :
{}
{
    <CONCAT> { return PostgresOperators.CONCAT; }
|   <CARET> { return PostgresOperators.POWER; }
|   <LAMBDA> { return PostgresOperators.GET; }
|   <ARROW_TEXT> { return PostgresOperators.GET_TEXT; }
|   <PATH_ARROW> { return PostgresOperators.GET_PATH; }
|   <PATH_ARROW_TEXT> { return PostgresOperators.GET_PATH_TEXT; }
|   <PATH_DELETE> { return PostgresOperators.DELETE_PATH; }
|   <HOLDS> { return PostgresOperators.CONTAINS; }
|   <PATH_EXISTS> { return PostgresOperators.PATH_EXISTS; }
|   <PATH_MATCHES> { return PostgresOperators.PATH_MATCHES; }
|   <HELD_BY> { return PostgresOperators.CONTAINED_BY; }
|   <HOOK> { return PostgresOperators.HAS_KEY; }
|   <HAS_ANY_KEY> { return PostgresOperators.HAS_ANY_KEY; }
|   <HAS_ALL_KEYS> { return PostgresOperators.HAS_ALL_KEYS; }
|   <OVERLAP> { return PostgresOperators.OVERLAP; }
|   <LEFTSHIFT> { return PostgresOperators.SHIFT_LEFT; }
|   <RIGHTSHIFT> { return PostgresOperators.SHIFT_RIGHT; }
|   <SUBNET_OF> { return PostgresOperators.SUBNET_OR_EQUAL; }
|   <SUPERNET_OF> { return PostgresOperators.SUPERNET_OR_EQUAL; }
|   <AMPERSAND> { return PostgresOperators.BIT_AND; }
|   <VERTICAL_BAR> { return PostgresOperators.BIT_OR; }
|   <REGEX_MATCH> { return PostgresOperators.MATCHES; }
|   <REGEX_IMATCH> { return PostgresOperators.MATCHES_IGNORE_CASE; }
|   <REGEX_NOT_MATCH> { return PostgresOperators.NOT_MATCHES; }
|   <REGEX_NOT_IMATCH> { return PostgresOperators.NOT_MATCHES_IGNORE_CASE; }
|   <LIKE_SIGN> { return SqlStdOperatorTable.LIKE; }
|   <NOT_LIKE_SIGN> { return SqlStdOperatorTable.NOT_LIKE; }
|   <ILIKE_SIGN> { return SqlLibraryOperators.ILIKE; }
|   <NOT_ILIKE_SIGN> { return SqlLibraryOperators.NOT_ILIKE; }
|   <BEGINS_WITH> { return PostgresOperators.BEGINS_WITH; }
|   <BIT_XOR> { return PostgresOperators.BIT_XOR; }
}

/** A type before a string: date '2024-01-31', jsonb '{}'. */
SqlNode TypedLiteral() :
{
    final SqlIdentifier name;
    final SqlNode text;
    final Span s;
}
{
    name = SimpleIdentifier() { s = span(); }
    text = PlainString() {
        final SqlTypeNameSpec type = PostgresTypes.named(name, ImmutableList.of(), name.getParserPosition());
        return Casts.cast(s.end(this), text, new SqlDataTypeSpec(type, name.getParserPosition()));
    }
}

SqlNode PlainString() :
{}
{
    <QUOTED_STRING> { return SqlLiteral.createCharString(SqlParserUtil.parseString(token.image), getPos()); }
|
    <DOLLAR_STRING> { return SqlLiteral.createCharString(StringTokens.dollarQuoted(token.image), getPos()); }
}

/** interval '90 days', interval '90' day. */
SqlNode IntervalLiteralText() :
{
    final Span s;
    SqlNode text;
    String fields = "";
}
{
    <INTERVAL> { s = span(); }
    text = PlainString()
    [ LOOKAHEAD({ KeywordContext.isIntervalField(getToken(1)) }) fields = IntervalFields() ]
    { return PostgresOperators.interval(s.end(this), text, fields); }
}

/** The fields that an interval keeps: year to month, day to second(3), or the digits of its seconds alone: (3). */
String IntervalFields() :
{
    final StringBuilder fields = new StringBuilder();
    int digits;
}
{
    (
        ( <YEAR> | <MONTH> | <DAY> | <HOUR> | <MINUTE> | <SECOND> ) { fields.append(getToken(0).image); }
        [
            <TO> ( <MONTH> | <HOUR> | <MINUTE> | <SECOND> ) { fields.append(" to ").append(getToken(0).image); }
        ]
        [
            LOOKAHEAD({ getToken(1).kind == LPAREN && getToken(0).kind == SECOND })
            <LPAREN> digits = UnsignedIntLiteral() <RPAREN> { fields.append("(" + digits + ")"); }
        ]
    |
        <LPAREN> digits = UnsignedIntLiteral() <RPAREN> { fields.append("second(" + digits + ")"); }
    )
    { return PostgresTypes.intervalFields(fields.toString(), getPos()); }
}

/** The columns of a function that returns records: (a int, b text). */
SqlNodeList ColumnDefinitions() :
{
    final List<SqlNode> columns = new ArrayList<SqlNode>();
    final Span s;
}
{
    <LPAREN> { s = span(); }
    AddColumnDefinition(columns)
    ( <COMMA> AddColumnDefinition(columns) )*
    <RPAREN> { return new SqlNodeList(columns, s.end(this)); }
}

void AddColumnDefinition(List<SqlNode> columns) :
{
    final SqlIdentifier name;
    final SqlDataTypeSpec type;
}
{
    name = SimpleIdentifier() type = DataType() {
        columns.add(PostgresOperators.COLUMN_DEFINITION.createCall(name.getParserPosition(), name, type));
    }
}

/** The name of a type, with its modifiers, but without "[]". */
SqlTypeNameSpec PostgresTypeName() :
{
    final SqlIdentifier name;
    final List<Integer> modifiers = new ArrayList<Integer>();
    final boolean zone;
    boolean varying = false;
    final String word;
    final Span s;
}
{
    ( <TIMESTAMP> | <TIME> ) { s = span(); word = unquotedIdentifier(); }
    TypeModifiers(modifiers)
    zone = WithTimeZone() {
        return PostgresTypes.named(new SqlIdentifier(zone ? word + "tz" : word, s.pos()), modifiers, s.end(this));
    }
|
    ( <CHARACTER> | <CHAR> ) { s = span(); }
    [ <VARYING> { varying = true; } ]
    TypeModifiers(modifiers) {
        return PostgresTypes.named(
            new SqlIdentifier(varying ? "varchar" : "char", s.pos()), modifiers, s.end(this));
    }
|
    LOOKAHEAD({ KeywordContext.opensIntervalType(getToken(1), getToken(2)) })
    <INTERVAL> { s = span(); } word = IntervalFields() {
        return PostgresTypes.interval(word, s.end(this));
    }
|
    LOOKAHEAD(2)
    <DOUBLE> { s = span(); } <PRECISION> {
        return PostgresTypes.named(new SqlIdentifier("float8", s.pos()), modifiers, s.end(this));
    }
|
    name = CompoundIdentifier() { s = span(); }
    TypeModifiers(modifiers) {
        return PostgresTypes.named(name, modifiers, s.end(this));
    }
}

void TypeModifiers(List<Integer> modifiers) :
{
    int modifier;
}
{
    [
        LOOKAHEAD(2)
        <LPAREN> modifier = UnsignedIntLiteral() { modifiers.add(modifier); }
        [ <COMMA> modifier = IntLiteral() { modifiers.add(modifier); } ]
        <RPAREN>
    ]
}

boolean WithTimeZone() :
{}
{
    LOOKAHEAD(2)
    <WITH> <TIME> <ZONE> { return true; }
|
    LOOKAHEAD(2)
    <WITHOUT> <TIME> <ZONE> { return false; }
|
    { return false; }
}

/** The inner arrays of array[[1, 2], [3, 4]]. */
SqlNodeList ArrayRows() :
{
    final List<SqlNode> rows = new ArrayList<SqlNode>();
    SqlNode row;
    final Span s;
}
{
    row = ArrayRow() { s = span(); rows.add(row); }
    ( <COMMA> row = ArrayRow() { rows.add(row); } )*
    { return new SqlNodeList(rows, s.end(this)); }
}

SqlNode ArrayRow() :
{
    final SqlNodeList elements;
    final Span s;
}
{
    <LBRACKET> { s = span(); }
    (
        elements = ArrayRows()
    |
        elements = ExpressionCommaList(s, ExprContext.ACCEPT_SUB_QUERY)
    )
    <RBRACKET> {
        return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(s.end(this), elements.getList());
    }
}

/** v[1], v['key'], v[1:2], v[:2], v[1:]. */
void PostgresSubscript(List<Object> list) :
{
    SqlNode lower = null;
    SqlNode upper = null;
    boolean slice = false;
    final Span s;
}
{
    <LBRACKET> { s = span(); }
    [ lower = Expression(ExprContext.ACCEPT_SUB_QUERY) ]
    [
        <COLON> { slice = true; }
        [ upper = Expression(ExprContext.ACCEPT_SUB_QUERY) ]
    ]
    <RBRACKET> {
        if (!slice && lower == null) {
            throw SyntaxErrors.at(getPos(), "syntax error at or near \"]\"");
        }
        list.add(new SqlParserUtil.ToTreeListItem(slice ? PostgresOperators.SLICE : SqlStdOperatorTable.ITEM, s.end(this)));
        list.add(slice ? PostgresOperators.bounds(lower, upper, s.end(this)) : lower);
    }
}
