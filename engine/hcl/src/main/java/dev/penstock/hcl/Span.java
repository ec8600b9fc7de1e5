package dev.penstock.hcl;

/** A piece of a file, from one place up to another. Two spans are equal if they are the same object. */
public final class Span {
    private final Source source;
    private final int start;
    private final int end;

    Span(Source source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** Where it begins. */
    public SourcePosition position() {
        return source.position(start);
    }

    /** The last line of it, from 1. */
    public int lastLine() {
        return source.position(end).line();
    }

    /** The text as it stands in the file. */
    public String text() {
        return source.text(start, end);
    }

    /** A piece from the beginning of this one up to the end of another of the same file. */
    Span to(Span other) {
        return new Span(source, start, other.end);
    }

    /** Something that is wrong here; the suggestion may be empty. */
    public Diagnostic problem(String what, String suggestion) {
        return new Diagnostic(what, suggestion, position(), source.lineAt(start));
    }

    @Override
    public String toString() {
        return position().toString();
    }
}
