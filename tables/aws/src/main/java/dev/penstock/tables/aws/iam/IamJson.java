package dev.penstock.tables.aws.iam;

import dev.penstock.spi.value.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.Tag;

/** Shapes of the IAM API as JSON: every member under its API name, members that were not sent as JSON null. */
final class IamJson {
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+Z$");

    private IamJson() {}

    static Json list(List<String> texts) {
        return Json.array(texts.stream().map(Json::text).toList());
    }

    static <T> Json each(List<T> items, Function<T, Json> shape) {
        return Json.array(items.stream().map(shape).toList());
    }

    /** RFC 3339 in UTC, with as many digits of a second as are needed. */
    static Json time(@Nullable Instant time) {
        if (time == null) {
            return Json.nullValue();
        }
        String text = DateTimeFormatter.ISO_INSTANT.format(time);
        return Json.text(
                text.indexOf('.') < 0 ? text : TRAILING_ZEROS.matcher(text).replaceFirst("Z"));
    }

    static Json group(Group group) {
        var shape = new LinkedHashMap<String, Json>();
        shape.put("Path", Json.text(group.path()));
        shape.put("GroupName", Json.text(group.groupName()));
        shape.put("GroupId", Json.text(group.groupId()));
        shape.put("Arn", Json.text(group.arn()));
        shape.put("CreateDate", time(group.createDate()));
        return Json.object(shape);
    }

    static Json mfaDevice(MFADevice device) {
        var shape = new LinkedHashMap<String, Json>();
        shape.put("UserName", Json.text(device.userName()));
        shape.put("SerialNumber", Json.text(device.serialNumber()));
        shape.put("EnableDate", time(device.enableDate()));
        return Json.object(shape);
    }

    static Json loginProfile(LoginProfile profile) {
        var shape = new LinkedHashMap<String, Json>();
        shape.put("UserName", Json.text(profile.userName()));
        shape.put("CreateDate", time(profile.createDate()));
        // The service leaves a false flag out; the shape's default is false.
        shape.put("PasswordResetRequired", Json.bool(Boolean.TRUE.equals(profile.passwordResetRequired())));
        return Json.object(shape);
    }

    static Json tag(Tag tag) {
        return Json.object(Map.of("Key", Json.text(tag.key()), "Value", Json.text(tag.value())));
    }

    static Json tagMap(List<Tag> tags) {
        var map = new LinkedHashMap<String, Json>();
        tags.forEach(tag -> map.put(tag.key(), Json.text(tag.value())));
        return Json.object(map);
    }
}
