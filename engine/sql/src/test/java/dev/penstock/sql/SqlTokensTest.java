package dev.penstock.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTokensTest {
    private static List<String> kinds(String text) {
        return SqlTokens.of(text).stream()
                .map(token -> token.kind() + (token.closed() ? " " : " open ") + token.text())
                .toList();
    }

    @Test
    void cutsAStatementIntoWordsTextsNumbersAndSymbols() {
        assertThat(kinds("select u.\"a\"\"b\", 1.5e-3, $1 from t::x -- done"))
                .containsExactly(
                        "WORD select",
                        "WORD u",
                        "SYMBOL .",
                        "QUOTED_NAME \"a\"\"b\"",
                        "SYMBOL ,",
                        "NUMBER 1.5e-3",
                        "SYMBOL ,",
                        "PARAMETER $1",
                        "WORD from",
                        "WORD t",
                        "SYMBOL ::",
                        "WORD x",
                        "COMMENT -- done");
    }

    @Test
    void operatorsEndWhereACommentBegins() {
        assertThat(kinds("a->>'k'--x")).containsExactly("WORD a", "OPERATOR ->>", "TEXT 'k'", "COMMENT --x");
        assertThat(kinds("1+/*/**/*/2")).containsExactly("NUMBER 1", "OPERATOR +", "COMMENT /*/**/*/", "NUMBER 2");
    }

    @Test
    void everyKindOfQuoteHidesWhatIsInside() {
        assertThat(kinds("'it''s;'")).containsExactly("TEXT 'it''s;'");
        assertThat(kinds("e'\\'' x")).containsExactly("TEXT e'\\''", "WORD x");
        assertThat(kinds("$a$ $b$ ; $a$")).containsExactly("TEXT $a$ $b$ ; $a$");
        assertThat(kinds("a$b$c")).containsExactly("WORD a$b$c");
    }

    @Test
    void whatIsStillBeingTypedIsOpen() {
        assertThat(kinds("'ab")).containsExactly("TEXT open 'ab");
        assertThat(kinds("'ab''")).containsExactly("TEXT open 'ab''");
        assertThat(kinds("e'a\\")).containsExactly("TEXT open e'a\\");
        assertThat(kinds("\"ab")).containsExactly("QUOTED_NAME open \"ab");
        assertThat(kinds("/* a")).containsExactly("COMMENT open /* a");
        assertThat(kinds("$$ a")).containsExactly("TEXT open $$ a");
    }

    @Test
    void piecesStandWhereTheTextHasThem() {
        String text = "  select\n\t x ,'y' /* z */;\uFEFF";
        for (SqlToken token : SqlTokens.of(text)) {
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        }
    }
}
