package dev.penstock.controls.filter;

/** SQL's three answers. */
enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : UNKNOWN;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
