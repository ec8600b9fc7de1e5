package dev.penstock.tables.aws.simulator;

/** One operation of a service: writes the content of its result element, nothing when it has none. */
@FunctionalInterface
interface Operation {
    void answer(ApiCall call, XmlText result);
}
