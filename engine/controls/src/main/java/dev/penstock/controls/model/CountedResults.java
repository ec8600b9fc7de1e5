package dev.penstock.controls.model;

import java.util.List;

/** Results that nobody changes any more, and whose counts are known. They may stand in a file, so read them in order. */
public interface CountedResults extends List<ControlResult> {

    /** How many have which status. */
    StatusCounts counts();
}
