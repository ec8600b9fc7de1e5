package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.function.BiConsumer;

/** Lists as the query protocol writes them: each item in a {@code member} element. */
final class Members {
    private Members() {}

    /** A list, and whether there is more of it. */
    static <T> void page(XmlText xml, String name, Paging.Slice<T> slice, BiConsumer<T, XmlText> item) {
        String marker = slice.nextMarker();
        xml.element("IsTruncated", marker != null);
        list(xml, name, slice.items(), item);
        if (marker != null) {
            xml.element("Marker", marker);
        }
    }

    static <T> void list(XmlText xml, String name, List<T> items, BiConsumer<T, XmlText> item) {
        xml.open(name);
        for (T each : items) {
            xml.open("member");
            item.accept(each, xml);
            xml.close("member");
        }
        xml.close(name);
    }

    /** A list of plain texts. */
    static void texts(XmlText xml, String name, List<String> texts) {
        list(xml, name, texts, (text, member) -> member.text(text));
    }

    /** A page of plain texts. */
    static void texts(XmlText xml, String name, Paging.Slice<String> slice) {
        page(xml, name, slice, (text, member) -> member.text(text));
    }
}
