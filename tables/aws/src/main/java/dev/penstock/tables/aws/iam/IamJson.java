package dev.penstock.tables.aws.iam;

import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.SdkJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.Tag;

/** What the columns of several tables of IAM show. */
final class IamJson {
    private IamJson() {}

    /** The ARN in an array. */
    static Json aka(String arn) {
        return Json.array(List.of(Json.text(arn)));
    }

    /** The ARNs of attached policies, NULL for none. */
    static @Nullable Json arns(List<AttachedPolicy> policies) {
        return SdkJson.listOrNull(
                policies.stream().map(AttachedPolicy::policyArn).toList());
    }

    static Json loginProfile(LoginProfile profile) {
        // The service leaves a false flag out; the shape's default is false.
        boolean reset = Boolean.TRUE.equals(profile.passwordResetRequired());
        return SdkJson.object(profile.toBuilder().passwordResetRequired(reset).build());
    }

    /** A group of a bulk answer, as ListGroupsForUser shows it. */
    static Json group(GroupDetail detail) {
        return SdkJson.object(AwsIamGroupTable.group(detail));
    }

    /** A list of JSON values made one by one. */
    static <T> Json each(List<T> items, Function<T, Json> shape) {
        return Json.array(items.stream().map(shape).toList());
    }

    static Json tagMap(List<Tag> tags) {
        var map = new LinkedHashMap<String, Json>();
        tags.forEach(tag -> map.put(tag.key(), Json.text(tag.value())));
        return Json.object(map);
    }

    /** Tags as a map, NULL for none. */
    static @Nullable Json tagMapOrNull(List<Tag> tags) {
        return tags.isEmpty() ? null : tagMap(tags);
    }
}
