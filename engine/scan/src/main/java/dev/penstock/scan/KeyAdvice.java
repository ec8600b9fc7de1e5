package dev.penstock.scan;

/** Whether a join should look its keys up, given the first of them. */
public enum KeyAdvice {
    /** There is no cheaper way, however many keys there will be. */
    LOOK_UP,
    /** So few keys are looked up; many more would make reading everything cheaper. */
    COLLECT,
    /** Reading everything takes fewer calls already. */
    LIST
}
