package dev.penstock.spi.error;

/**
 * What went wrong, with its kind and the SQLSTATE that PostgreSQL gives the same condition (PostgreSQL 15, Appendix A),
 * or a code of class 58 and 28 where PostgreSQL has no such condition.
 */
public enum ErrorCode {
    SYNTAX_ERROR(ErrorKind.USER, "42601"),
    UNDEFINED_TABLE(ErrorKind.USER, "42P01"),
    UNDEFINED_COLUMN(ErrorKind.USER, "42703"),
    UNDEFINED_FUNCTION(ErrorKind.USER, "42883"),
    CANNOT_COERCE(ErrorKind.USER, "42846"),
    AMBIGUOUS_COLUMN(ErrorKind.USER, "42702"),
    AMBIGUOUS_FUNCTION(ErrorKind.USER, "42725"),
    DATATYPE_MISMATCH(ErrorKind.USER, "42804"),
    INDETERMINATE_TYPE(ErrorKind.USER, "42P18"),
    WRONG_OBJECT_TYPE(ErrorKind.USER, "42809"),
    GROUPING_ERROR(ErrorKind.USER, "42803"),
    INVALID_STATEMENT(ErrorKind.USER, "42P10"),
    WINDOWING_ERROR(ErrorKind.USER, "42P20"),
    INVALID_RECURSION(ErrorKind.USER, "42P19"),
    DUPLICATE_ALIAS(ErrorKind.USER, "42712"),
    AMBIGUOUS_ALIAS(ErrorKind.USER, "42P09"),
    NOT_SUPPORTED(ErrorKind.USER, "0A000"),
    DIVISION_BY_ZERO(ErrorKind.USER, "22012"),
    NUMERIC_OUT_OF_RANGE(ErrorKind.USER, "22003"),
    INVALID_TEXT(ErrorKind.USER, "22P02"),
    UNTRANSLATABLE_CHARACTER(ErrorKind.USER, "22P05"),
    INVALID_DATETIME(ErrorKind.USER, "22007"),
    DATETIME_OUT_OF_RANGE(ErrorKind.USER, "22008"),
    INVALID_PARAMETER(ErrorKind.USER, "22023"),
    NULL_VALUE(ErrorKind.USER, "22004"),
    TEXT_TOO_LONG(ErrorKind.USER, "22001"),
    INVALID_FRAME_OFFSET(ErrorKind.USER, "22013"),
    INVALID_ARGUMENT_FOR_NTILE(ErrorKind.USER, "22014"),
    INVALID_ARGUMENT_FOR_NTH_VALUE(ErrorKind.USER, "22016"),
    INVALID_LIMIT(ErrorKind.USER, "2201W"),
    INVALID_OFFSET(ErrorKind.USER, "2201X"),
    ARRAY_SUBSCRIPT(ErrorKind.USER, "2202E"),
    INVALID_ESCAPE(ErrorKind.USER, "22025"),
    SUBSTRING(ErrorKind.USER, "22011"),
    PROGRAM_LIMIT(ErrorKind.USER, "54000"),
    DATA_EXCEPTION(ErrorKind.USER, "22000"),
    ARRAY_ELEMENT(ErrorKind.USER, "2202E"),
    INVALID_POWER(ErrorKind.USER, "2201F"),
    INVALID_LOGARITHM(ErrorKind.USER, "2201E"),
    INVALID_BUCKET(ErrorKind.USER, "2201G"),
    JSON_MEMBER(ErrorKind.USER, "2203A"),
    JSON_ARRAY(ErrorKind.USER, "22039"),
    JSON_SUBSCRIPT(ErrorKind.USER, "22033"),
    JSON_OBJECT(ErrorKind.USER, "2203C"),
    JSON_NUMBER(ErrorKind.USER, "22036"),
    JSON_NUMBER_EXPECTED(ErrorKind.USER, "2203B"),
    JSON_SINGLETON(ErrorKind.USER, "22038"),
    INVALID_REGULAR_EXPRESSION(ErrorKind.USER, "2201B"),
    TOO_MANY_ROWS(ErrorKind.USER, "21000"),
    MISSING_KEY(ErrorKind.USER, "HV00N"),
    UNKNOWN_NAME(ErrorKind.USER, "42704"),
    INVALID_CONFIGURATION(ErrorKind.USER, "F0000"),
    FILE_ACCESS(ErrorKind.USER, "58P01"),
    INVALID_MOD(ErrorKind.USER, "F0001"),
    STATEMENT_TOO_COMPLEX(ErrorKind.USER, "54001"),
    OUT_OF_MEMORY(ErrorKind.USER, "53200"),
    CANCELED(ErrorKind.USER, "57014"),
    TIMED_OUT(ErrorKind.USER, "57014"),
    NO_CREDENTIALS(ErrorKind.ACCESS, "28000"),
    EXPIRED_CREDENTIALS(ErrorKind.ACCESS, "28P01"),
    ACCESS_DENIED(ErrorKind.ACCESS, "42501"),
    THROTTLED(ErrorKind.EXTERNAL, "53400"),
    CALL_FAILED(ErrorKind.EXTERNAL, "58000"),
    INCOMPLETE(ErrorKind.EXTERNAL, "58000"),
    INTERNAL(ErrorKind.INTERNAL, "XX000");

    private final ErrorKind kind;
    private final String sqlState;

    ErrorCode(ErrorKind kind, String sqlState) {
        this.kind = kind;
        this.sqlState = sqlState;
    }

    /** Whose problem this is. */
    public ErrorKind kind() {
        return kind;
    }

    /** The five characters of SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }
}
