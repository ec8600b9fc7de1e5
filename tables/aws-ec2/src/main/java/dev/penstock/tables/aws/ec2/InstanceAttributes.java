package dev.penstock.tables.aws.ec2;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.RowCall;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.InRegion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** What listings do not tell of an instance: one request for each attribute of each instance. */
final class InstanceAttributes {
    /** Text of SQL has no place for them; lines and tabs of a script stay. */
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private InstanceAttributes() {}

    static RowCall<AwsConnection, InRegion<Instance>, DescribeInstanceAttributeResponse> attribute(
            InstanceAttributeName name) {
        return ofInstance(
                "ec2:DescribeInstanceAttribute",
                (ec2, id) -> ec2.describeInstanceAttribute(
                        request -> request.instanceId(id).attribute(name)));
    }

    static RowCall<AwsConnection, InRegion<Instance>, ResponseLaunchTemplateData> launchTemplateData() {
        return ofInstance(
                "ec2:GetLaunchTemplateData",
                (ec2, id) -> ec2.getLaunchTemplateData(request -> request.instanceId(id))
                        .launchTemplateData());
    }

    static RowCall<AwsConnection, InRegion<Instance>, InstanceStatus> status() {
        return ofInstance("ec2:DescribeInstanceStatus", (ec2, id) -> {
            List<InstanceStatus> found = ec2.describeInstanceStatus(
                            request -> request.instanceIds(id).includeAllInstances(true))
                    .instanceStatuses();
            return found.isEmpty() ? null : found.get(0);
        });
    }

    /** The text of an attribute, NULL where it has none. */
    static Extractor<DescribeInstanceAttributeResponse, String> text(
            Extractor<DescribeInstanceAttributeResponse, AttributeValue> attribute) {
        return answer -> {
            AttributeValue value = attribute.extract(answer);
            return value == null ? null : value.value();
        };
    }

    /** What user data says: text, or as it was sent where it is none; NULL where it can't be decoded. */
    static @Nullable String decoded(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(sent);
        } catch (IllegalArgumentException e) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return CONTROL_CHARACTERS.matcher(text).replaceAll("");
        } catch (CharacterCodingException e) {
            return sent;
        }
    }

    private static <A> RowCall<AwsConnection, InRegion<Instance>, A> ofInstance(String action, Question<A> question) {
        return RowCall.of(
                action,
                (InRegion<Instance> instance) -> KeySource.joined(
                        List.of(instance.region(), instance.facts().instanceId())),
                (AwsConnection aws, String key) -> {
                    List<String> parts = KeySource.parts(key);
                    return question.ask(Ec2.in(aws, parts.get(0)), parts.get(1));
                });
    }

    /** Asks for something about one instance. */
    private interface Question<A> {
        @Nullable
        A ask(Ec2Client ec2, String instanceId);
    }
}
