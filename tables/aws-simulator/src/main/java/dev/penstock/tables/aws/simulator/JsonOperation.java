package dev.penstock.tables.aws.simulator;

/** Answers one kind of request of a service that speaks JSON. */
@FunctionalInterface
interface JsonOperation {
    void answer(JsonCall call, JsonText result);
}
