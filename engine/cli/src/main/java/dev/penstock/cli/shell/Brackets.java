package dev.penstock.cli.shell;

import dev.penstock.sql.SqlToken;
import dev.penstock.sql.SqlTokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** A bracket beside the cursor, and its partner. */
final class Brackets {
    private final Set<Integer> places;

    private Brackets(Set<Integer> places) {
        this.places = places;
    }

    /** The brackets of a text from a place on, of which one stands before the cursor or under it. */
    static Brackets at(String text, int start, int cursor) {
        Deque<SqlToken> open = new ArrayDeque<>();
        var tokens = SqlTokens.from(text, start);
        Set<Integer> found = Set.of();
        while (tokens.hasNext()) {
            SqlToken token = tokens.next();
            if (token.is("(") || token.is("[")) {
                open.push(token);
            } else if ((token.is(")") || token.is("]")) && !open.isEmpty()) {
                SqlToken partner = open.pop();
                boolean beside = token.end() == cursor || token.start() == cursor || partner.start() == cursor;
                if (beside && fits(partner, token) && (found.isEmpty() || token.end() == cursor)) {
                    found = Set.of(partner.start(), token.start());
                }
            }
        }
        return new Brackets(found);
    }

    private static boolean fits(SqlToken left, SqlToken right) {
        return left.is("(") == right.is(")");
    }

    boolean contains(int place) {
        return places.contains(place);
    }
}
