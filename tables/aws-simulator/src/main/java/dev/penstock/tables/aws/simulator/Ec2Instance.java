package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance of EC2. */
public final class Ec2Instance {
    private String id;
    private final String region;
    private final Instant launched;
    private final List<Tag> tags = new ArrayList<>();
    private String type = "t3.micro";
    private @Nullable Instant stopped;
    private boolean terminated;
    private @Nullable String profile;
    private @Nullable String publicAddress;
    private @Nullable String userData;
    private boolean spot;
    private boolean protectedFromTermination;

    Ec2Instance(String id, String region, Instant launched) {
        this.id = id;
        this.region = region;
        this.launched = launched;
    }

    /** Sets the type; {@code t3.micro} where not set. */
    @CanIgnoreReturnValue
    public Ec2Instance type(String newType) {
        type = newType;
        return this;
    }

    /** Sets the id, {@code i-} and 17 digits; one of the estate's where not set. */
    @CanIgnoreReturnValue
    public Ec2Instance id(String newId) {
        id = newId;
        return this;
    }

    /** Says when a user terminated it; it stays in the listing for a while. */
    @CanIgnoreReturnValue
    public Ec2Instance terminated(Instant when) {
        stopped = when;
        terminated = true;
        return this;
    }

    /** Says when a user stopped it; it runs where not set. */
    @CanIgnoreReturnValue
    public Ec2Instance stopped(Instant when) {
        stopped = when;
        return this;
    }

    /** Names the instance profile that gives it a role; it has none where not set. */
    @CanIgnoreReturnValue
    public Ec2Instance profile(String name) {
        profile = name;
        return this;
    }

    /** Gives it a public address. */
    @CanIgnoreReturnValue
    public Ec2Instance publicAddress(String address) {
        publicAddress = address;
        return this;
    }

    /** Gives it user data, in base64. */
    @CanIgnoreReturnValue
    public Ec2Instance userData(String base64) {
        userData = base64;
        return this;
    }

    /** Makes it a Spot instance. */
    @CanIgnoreReturnValue
    public Ec2Instance spot() {
        spot = true;
        return this;
    }

    /** Makes the API refuse to terminate it. */
    @CanIgnoreReturnValue
    public Ec2Instance protectedFromTermination() {
        protectedFromTermination = true;
        return this;
    }

    /** Adds a tag. */
    @CanIgnoreReturnValue
    public Ec2Instance tag(String key, String value) {
        tags.add(new Tag(key, value));
        return this;
    }

    /** The id, {@code i-} and 17 digits. */
    public String id() {
        return id;
    }

    /** The region that it is in. */
    public String region() {
        return region;
    }

    String zone() {
        return region + "a";
    }

    String type() {
        return type;
    }

    Instant launched() {
        return launched;
    }

    Optional<Instant> stopped() {
        return Optional.ofNullable(stopped);
    }

    String state() {
        if (terminated) {
            return "terminated";
        }
        return stopped == null ? "running" : "stopped";
    }

    /** The number that EC2 gives the state. */
    String stateCode() {
        return switch (state()) {
            case "running" -> "16";
            case "terminated" -> "48";
            default -> "80";
        };
    }

    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** Until it is stopped. */
    Optional<String> publicAddress() {
        return stopped == null ? Optional.ofNullable(publicAddress) : Optional.empty();
    }

    Optional<String> userData() {
        return Optional.ofNullable(userData);
    }

    boolean isSpot() {
        return spot;
    }

    boolean isProtectedFromTermination() {
        return protectedFromTermination;
    }

    List<Tag> tags() {
        return List.copyOf(tags);
    }

    /** An address that follows from the id. */
    String privateAddress() {
        int place = id.hashCode();
        return "10.0." + (place >>> 8 & 0xff) + "." + (4 + (place & 0x7f));
    }

    String privateName() {
        return "ip-" + privateAddress().replace('.', '-') + "." + region + ".compute.internal";
    }

    String publicName() {
        return publicAddress()
                .map(address -> "ec2-" + address.replace('.', '-') + "." + region + ".compute.amazonaws.com")
                .orElse("");
    }

    /** The id of something that it has one of, such as a volume. */
    String part(String prefix) {
        return prefix + id.substring(1);
    }
}
