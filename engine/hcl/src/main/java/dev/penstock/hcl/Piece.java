package dev.penstock.hcl;

/** What a template is made of before its directives are matched. */
sealed interface Piece {

    Span span();

    /** Literal text. */
    record Text(String text, Span span) implements Piece {
        Text with(String other) {
            return new Text(other, span);
        }
    }

    /** {@code ${x}}. */
    record Interpolation(Expression value, Span span) implements Piece {}

    /** {@code %{if x}}. */
    record If(Expression condition, Span span) implements Piece {}

    /** {@code %{for k, v in x}}. */
    record For(String keyName, String valueName, Expression collection, Span span) implements Piece {}

    /** {@code %{else}}, {@code %{endif}} or {@code %{endfor}}. */
    record Word(String word, Span span) implements Piece {}
}
