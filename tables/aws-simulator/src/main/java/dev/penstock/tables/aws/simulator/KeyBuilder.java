package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects what is known of one access key; active and never used where not said otherwise. */
public final class KeyBuilder {
    private @Nullable String id;
    private boolean active = true;
    private Instant created;
    private @Nullable KeyUse lastUse;

    KeyBuilder(Instant created) {
        this.created = created;
    }

    /** Sets the id, 16 to 128 letters and digits, in place of a made-up one. */
    @CanIgnoreReturnValue
    public KeyBuilder id(String accessKeyId) {
        id = accessKeyId;
        return this;
    }

    /** The key can sign. */
    @CanIgnoreReturnValue
    public KeyBuilder active() {
        active = true;
        return this;
    }

    /** The key cannot sign. */
    @CanIgnoreReturnValue
    public KeyBuilder inactive() {
        active = false;
        return this;
    }

    /** Sets when the key was made. */
    @CanIgnoreReturnValue
    public KeyBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** The key signed a request to S3 in us-east-1 last. */
    @CanIgnoreReturnValue
    public KeyBuilder lastUsed(Instant when) {
        return lastUsed(when, "s3", "us-east-1");
    }

    /** Sets the last request that the key signed. */
    @CanIgnoreReturnValue
    public KeyBuilder lastUsed(Instant when, String service, String region) {
        lastUse = new KeyUse(when, service, region);
        return this;
    }

    AccessKey build(IdSequence ids) {
        return new AccessKey(id == null ? ids.accessKeyId() : id, active, created, lastUse);
    }
}
