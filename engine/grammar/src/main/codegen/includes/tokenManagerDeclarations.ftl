    private static final int NAME_ONLY = 0;
    private static final int NON_RESERVED = 1;
    private static final int RESERVED = 2;
    private static final int CALL = 3;

    /** What each keyword of the template is to PostgreSQL; one without an entry is a plain name. */
    private static final int[] STANDING = new int[VERBOSE + 1];

    static {
<#list parser.nonReservedKeywords as keyword>
      STANDING[${keyword}] = NON_RESERVED;
</#list>
<#list parser.reservedKeywords as keyword>
      STANDING[${keyword}] = RESERVED;
</#list>
<#list parser.callKeywords as keyword>
      STANDING[${keyword}] = CALL;
</#list>
    }

    private int previousKind;

    /** Runs for each token: turns a keyword into a name wherever PostgreSQL reads it as one. */
    void CommonTokenAction(Token token) {
      if (token.kind >= A && token.kind <= VERBOSE && readsAsName(token.kind)) {
        token.kind = IDENTIFIER;
      }
      previousKind = token.kind;
    }

    private boolean readsAsName(int kind) {
      switch (STANDING[kind]) {
      case NAME_ONLY:
        return true;
      case NON_RESERVED:
        return previousKind == DOT;
      case RESERVED:
        return previousKind == DOT || previousKind == AS && kind != NOT;
      default:
        return previousKind == DOT || !(kind == ROW && opensRow()) && !parenthesisFollows();
      }
    }

    /** True in FETCH FIRST 1 ROW ONLY and CURRENT ROW. */
    private boolean opensRow() {
      switch (previousKind) {
      case FIRST:
      case NEXT:
      case CURRENT:
      case UNSIGNED_INTEGER_LITERAL:
      case NUMBERED_PARAMETER:
        return true;
      default:
        return false;
      }
    }

    private boolean parenthesisFollows() {
      int read = 0;
      char c = ' ';
      try {
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
          c = input_stream.readChar();
          read++;
        }
      } catch (java.io.IOException endOfInput) {
        c = ' ';
      }
      input_stream.backup(read);
      return c == '(';
    }

    /** Reads on from {@code $tag$} to the same mark. */
    void readDollarString(Token token) {
      final String mark = token.image;
      final StringBuilder text = new StringBuilder(mark);
      try {
        do {
          text.append(input_stream.readChar());
        } while (text.length() < 2 * mark.length()
            || text.charAt(text.length() - 1) != '$'
            || !text.substring(text.length() - mark.length()).equals(mark));
      } catch (java.io.IOException endOfInput) {
        throw new TokenMgrError("Lexical error at line " + token.beginLine + ", column " + token.beginColumn
            + ".  Encountered: " + mark, TokenMgrError.LEXICAL_ERROR);
      }
      token.image = text.toString();
      token.endLine = input_stream.getEndLine();
      token.endColumn = input_stream.getEndColumn();
    }
