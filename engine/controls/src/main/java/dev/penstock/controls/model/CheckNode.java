package dev.penstock.controls.model;

import java.util.Map;

/** A benchmark or a control. */
public sealed interface CheckNode permits Benchmark, Control {

    /** Short name of its mod. */
    String mod();

    /** Its name in the mod. */
    String name();

    /** Such as {@code aws_compliance.control.cis_v200_1_13}. */
    String fullName();

    /** Its title, or its name if it has none. */
    String title();

    /** One paragraph; empty if it has none. */
    String description();

    /** Markdown; empty if it has none. */
    String documentation();

    /** Tags, sorted by key. */
    Map<String, String> tags();
}
