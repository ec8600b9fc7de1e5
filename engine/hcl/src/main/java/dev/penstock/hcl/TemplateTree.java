package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;

/** Matches the directives of a template with their ends. */
final class TemplateTree {
    private final List<Piece> pieces;
    private final TokenReader tokens;
    private int next;

    TemplateTree(List<Piece> pieces, TokenReader tokens) {
        this.pieces = pieces;
        this.tokens = tokens;
    }

    /** The parts of the whole template. */
    List<Expression> parts() {
        List<Expression> parts = new ArrayList<>();
        while (next < pieces.size()) {
            Piece piece = pieces.get(next);
            if (piece instanceof Piece.Word word) {
                throw problem(piece, word.word() + " has no beginning");
            }
            parts.add(part());
        }
        return parts;
    }

    private Expression part() {
        Piece piece = pieces.get(next++);
        if (piece instanceof Piece.Text text) {
            return new Expression.Literal(new HclValue.Text(text.text()), text.span());
        }
        if (piece instanceof Piece.Interpolation interpolation) {
            return interpolation.value();
        }
        tokens.down();
        Expression part = piece instanceof Piece.If branch ? conditional(branch) : loop((Piece.For) piece);
        tokens.up();
        return part;
    }

    private Expression conditional(Piece.If open) {
        List<Expression> whenTrue = new ArrayList<>();
        List<Expression> whenFalse = new ArrayList<>();
        String end = until(open, whenTrue);
        if (end.equals("else")) {
            end = until(open, whenFalse);
        }
        if (!end.equals("endif")) {
            throw problem(pieces.get(next - 1), end + " can't stand here; the if before it has no endif");
        }
        Span span = open.span().to(pieces.get(next - 1).span());
        return new Expression.Conditional(
                open.condition(),
                new Expression.Template(whenTrue, open.span()),
                new Expression.Template(whenFalse, open.span()),
                span);
    }

    private Expression loop(Piece.For open) {
        List<Expression> body = new ArrayList<>();
        String end = until(open, body);
        if (!end.equals("endfor")) {
            throw problem(pieces.get(next - 1), end + " can't stand here; the for before it has no endfor");
        }
        Span span = open.span().to(pieces.get(next - 1).span());
        var list = new Expression.For(
                open.keyName(),
                open.valueName(),
                open.collection(),
                null,
                new Expression.Template(body, open.span()),
                null,
                false,
                span);
        return new Expression.Joined(list, span);
    }

    /** Reads parts up to and with the next word that ends something, and says which it is. */
    private String until(Piece open, List<Expression> parts) {
        while (next < pieces.size()) {
            if (pieces.get(next) instanceof Piece.Word word) {
                next++;
                return word.word();
            }
            parts.add(part());
        }
        throw problem(open, (open instanceof Piece.If ? "this if has no endif" : "this for has no endfor"));
    }

    private SyntaxException problem(Piece at, String what) {
        tokens.problems().add(at.span().problem(what, ""));
        return new SyntaxException(what);
    }
}
