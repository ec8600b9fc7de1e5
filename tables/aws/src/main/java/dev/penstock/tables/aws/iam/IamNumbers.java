package dev.penstock.tables.aws.iam;

import org.jspecify.annotations.Nullable;

/** The numbers of the API as SQL's bigint. */
final class IamNumbers {
    private IamNumbers() {}

    static @Nullable Long bigint(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
