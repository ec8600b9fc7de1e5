package dev.penstock.tables.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An answer as lines of path and value, alike for two services that hold the same. What each service makes up for itself
 * (identifiers, times, texts of certificates) is told by its form.
 */
final class AnswerLines {
    private static final Pattern ID =
            Pattern.compile("\\bA[A-Z]{3}[A-Z0-9]{12,}\\b|\\bo-[a-z0-9]{10,32}\\b|\\br-[0-9a-z]{4}\\b");
    private static final Pattern JOB = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+00:00)?");
    private static final List<String> NAMING = List.of(
            "Arn", "PolicyArn", "UserName", "RoleName", "GroupName", "PolicyName", "VersionId", "Key", "SerialNumber");

    /** Members that each service fills as it likes. */
    private static final Pattern MADE_UP = Pattern.compile(
            ".*\\.(UserId|GroupId|RoleId|PolicyId|InstanceProfileId|ServerCertificateId|Base32StringSeed|QRCodePNG)");

    private final List<String> lines = new ArrayList<>();

    private AnswerLines() {}

    /** The lines of an answer, in alphabetical order. */
    static List<String> of(SdkPojo answer) {
        var all = new AnswerLines();
        all.structure("", answer);
        return all.lines.stream().sorted().toList();
    }

    private void structure(String path, SdkPojo structure) {
        for (SdkField<?> field : structure.sdkFields()) {
            value(
                    path.isEmpty() ? field.memberName() : path + "." + field.memberName(),
                    field.getValueOrDefault(structure));
        }
    }

    private void value(String path, @Nullable Object value) {
        if (value instanceof SdkPojo structure) {
            structure(path, structure);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> value(path + "[" + nameOf(item) + "]", item));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> value(path + "{" + key + "}", held));
        } else if (value != null && MADE_UP.matcher(path).matches()) {
            lines.add(path + " = <made up>");
        } else if (value instanceof SdkBytes bytes) {
            new String(bytes.asByteArray(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> lines.add(path + " = " + alike(line)));
        } else if (value instanceof Instant) {
            lines.add(path + " = <time>");
        } else if (value != null) {
            lines.add(path + " = " + alike(value.toString().strip()));
        }
    }

    /** What tells an element of a list from its neighbours: its ARN, or else its name. */
    private static String nameOf(Object item) {
        return item instanceof SdkPojo structure
                ? NAMING.stream()
                        .flatMap(name -> structure.sdkFields().stream()
                                .filter(field -> field.memberName().equals(name)))
                        .map(field -> field.getValueOrDefault(structure))
                        .filter(String.class::isInstance)
                        .map(name -> alike(name.toString()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String alike(String text) {
        String plain = text.startsWith("%7B") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
        String withoutIds = ID.matcher(plain).replaceAll("<id>");
        String withoutJobs = JOB.matcher(withoutIds).replaceAll("<job>");
        String withoutTimes = TIME.matcher(withoutJobs).replaceAll("<time>");
        boolean certificate = withoutTimes.startsWith("-----BEGIN");
        return certificate ? "<certificate>" : withoutTimes;
    }
}
