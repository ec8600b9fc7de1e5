package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.function.BiConsumer;

/** Lists as EC2 writes them: each item in an {@code item} element. */
final class Items {
    private Items() {}

    static <T> void list(XmlText xml, String name, List<T> items, BiConsumer<T, XmlText> shape) {
        xml.open(name);
        for (T each : items) {
            xml.open("item");
            shape.accept(each, xml);
            xml.close("item");
        }
        xml.close(name);
    }
}
