package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The pages of IAM's listings. */
final class IamPages {
    private IamPages() {}

    /**
     * One page.
     *
     * @param truncated whether the service says that more follows; then it must give a marker
     */
    static <I> Page<I> of(List<I> items, @Nullable Boolean truncated, @Nullable String marker) {
        if (Boolean.TRUE.equals(truncated) && (marker == null || marker.isEmpty())) {
            throw SdkClientException.create("the answer says that more follows, but has no marker");
        }
        return Page.of(items, marker);
    }

    /**
     * The entries of a listing, each of which must hold what IAM always tells of one: without its name or its state an
     * entry would be read as something else.
     *
     * @throws SdkClientException if one does not
     */
    @SafeVarargs
    static <I> List<I> whole(List<I> items, Function<I, @Nullable Object>... members) {
        for (I item : items) {
            for (Function<I, @Nullable Object> member : members) {
                if (member.apply(item) == null) {
                    throw SdkClientException.create("the answer is not whole: " + item);
                }
            }
        }
        return items;
    }
}
