package dev.penstock.tables.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * Lets only those answers pass that are answers: the body of a success must begin with the element of its operation, as
 * the query protocol of IAM, STS and EC2 has it, or as a JSON object with the other services, and a listing must hold its
 * list, be it empty. A page of a proxy, an empty body or half an answer would otherwise be read as nothing there.
 */
final class WholeAnswer implements ExecutionInterceptor {
    private static final Set<String> XML = Set.of("Iam", "IAM", "Sts", "STS", "Ec2", "EC2");
    /** Listings whose names do not say so. */
    private static final Set<String> DESCRIBED =
            Set.of("DescribeInstances", "DescribeInstanceStatus", "DescribeRegions");

    private static final int LOOKED_AT = 1024;

    /** What XML may hold before its first element. */
    private static final Pattern PROLOG =
            Pattern.compile("\\A\\uFEFF?\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*)*", Pattern.DOTALL);

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> body = context.responseBody();
        if (!context.httpResponse().isSuccessful()) {
            return body;
        }
        String element = XML.contains(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))
                ? "<" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME) + "Response"
                : "{";
        if (body.isEmpty()) {
            throw unreadable("nothing came instead");
        }
        try {
            var content = new PushbackInputStream(body.get(), LOOKED_AT);
            byte[] begin = content.readNBytes(LOOKED_AT);
            String text = new String(begin, StandardCharsets.UTF_8);
            if (!PROLOG.matcher(text).replaceFirst("").startsWith(element)) {
                throw unreadable(text.isBlank() ? "nothing came instead" : "something else came instead");
            }
            content.unread(begin);
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        String operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        if (!operation.startsWith("List") && !DESCRIBED.contains(operation)) {
            return response;
        }
        List<SdkField<?>> lists = response.sdkFields().stream()
                .filter(field -> field.marshallingType() == MarshallingType.LIST)
                .toList();
        if (!lists.isEmpty()
                && lists.stream().allMatch(list -> list.getValueOrDefault(response) instanceof SdkAutoConstructList)) {
            throw unreadable("it holds no " + lists.get(0).memberName());
        }
        return response;
    }

    private static SdkClientException unreadable(String how) {
        return SdkClientException.create("the answer is not one of AWS: " + how);
    }
}
