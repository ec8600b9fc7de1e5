package dev.penstock.controls.filter;

import dev.penstock.controls.model.Control;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a condition can ask about a control; one that is not set is NULL. */
enum ControlAttribute {
    NAME,
    RESOURCE_NAME,
    QUALIFIED_NAME,
    MOD_NAME,
    TITLE,
    DESCRIPTION,
    DOCUMENTATION,
    SEVERITY,
    QUERY,
    SQL;

    @Nullable
    String of(Control control) {
        String value = switch (this) {
            case NAME, RESOURCE_NAME -> control.name();
            case QUALIFIED_NAME -> control.fullName();
            case MOD_NAME -> control.mod();
            case TITLE -> control.title();
            case DESCRIPTION -> control.description();
            case DOCUMENTATION -> control.documentation();
            case SEVERITY -> control.severity();
            case QUERY -> control.query().fullName();
            case SQL -> control.query().sql();
        };
        return value.isEmpty() ? null : value;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ControlAttribute::word).toList();
    }

    static Optional<ControlAttribute> named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
