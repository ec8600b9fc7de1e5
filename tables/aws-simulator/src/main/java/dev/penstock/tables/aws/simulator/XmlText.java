package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Builds an XML document. Written by hand because a StAX writer costs more to load than all answers of the demo. */
final class XmlText {
    private final StringBuilder text = new StringBuilder(512);

    @CanIgnoreReturnValue
    XmlText open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    @CanIgnoreReturnValue
    XmlText open(String name, String namespace) {
        text.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    @CanIgnoreReturnValue
    XmlText close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    @CanIgnoreReturnValue
    XmlText element(String name, String value) {
        open(name);
        escape(value);
        return close(name);
    }

    /** Times are told to the second, as the services do. */
    @CanIgnoreReturnValue
    XmlText element(String name, Instant value) {
        return element(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @CanIgnoreReturnValue
    XmlText element(String name, boolean value) {
        return element(name, String.valueOf(value));
    }

    @CanIgnoreReturnValue
    XmlText element(String name, XmlText content) {
        return open(name).content(content).close(name);
    }

    @CanIgnoreReturnValue
    XmlText content(XmlText content) {
        text.append(content.text);
        return this;
    }

    @CanIgnoreReturnValue
    XmlText text(String value) {
        escape(value);
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String document() {
        return text.toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#xD;");
                default -> text.append(allowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** XML 1.0 has no way to write the other control characters. */
    private static boolean allowed(char c) {
        return c >= ' ' || c == '\t' || c == '\n';
    }
}
