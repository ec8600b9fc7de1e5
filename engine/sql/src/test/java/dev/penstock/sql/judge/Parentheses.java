package dev.penstock.sql.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The parenthesised parts of an expression. */
final class Parentheses {
    private Parentheses() {}

    /** Every whole parenthesised part, longest first; texts in quotes are passed over. */
    static List<String> parts(String expression) {
        var parts = new ArrayList<String>();
        Deque<Integer> open = new ArrayDeque<>();
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                open.push(i);
            } else if (!quoted && c == ')' && !open.isEmpty()) {
                String part = expression.substring(open.pop(), i + 1);
                if (part.length() < expression.length()) {
                    parts.add(part);
                }
            }
        }
        parts.sort(Comparator.comparingInt(String::length).reversed());
        return parts;
    }
}
