package dev.penstock.controls.model;

/**
 * A named query.
 *
 * @param mod short name of its mod
 * @param name its name in the mod
 * @param title empty if it has none
 * @param description empty if it has none
 * @param sql the text, as the mod gives it
 */
public record Query(String mod, String name, String title, String description, String sql) {

    /** Such as {@code aws_compliance.query.iam_user_one_active_key}. */
    public String fullName() {
        return mod + ".query." + name;
    }
}
