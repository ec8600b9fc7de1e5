package dev.penstock.tables.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Lets only those answers pass that are answers: the body of a success must begin with the element of its operation, as
 * the query protocol of IAM and STS has it, or as a JSON object with the other services. A page of a proxy or an empty
 * body would otherwise be read as nothing there.
 */
final class WholeAnswer implements ExecutionInterceptor {
    private static final Set<String> XML = Set.of("Iam", "IAM", "Sts", "STS");
    private static final int LOOKED_AT = 1024;

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
            throw unreadable("nothing");
        }
        try {
            var content = new PushbackInputStream(body.get(), LOOKED_AT);
            byte[] begin = content.readNBytes(LOOKED_AT);
            String text = new String(begin, StandardCharsets.UTF_8);
            if (element.equals("{") ? !text.stripLeading().startsWith(element) : !text.contains(element)) {
                throw unreadable(text.isBlank() ? "nothing" : "something else");
            }
            content.unread(begin);
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SdkClientException unreadable(String instead) {
        return SdkClientException.create("the answer is not one of AWS: " + instead + " came instead");
    }
}
