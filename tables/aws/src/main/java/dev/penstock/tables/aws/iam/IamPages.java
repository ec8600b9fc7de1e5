package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.Page;
import java.util.List;
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
}
