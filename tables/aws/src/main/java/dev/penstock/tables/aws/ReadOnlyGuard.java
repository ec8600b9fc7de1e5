package dev.penstock.tables.aws;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stands in every client and lets only the actions pass that tables declare; anything else is never sent. */
final class ReadOnlyGuard implements ExecutionInterceptor {
    private final Set<String> allowed;

    /**
     * A guard.
     *
     * @param allowed actions such as {@code iam:ListUsers}
     */
    ReadOnlyGuard(Set<String> allowed) {
        this.allowed = allowed.stream().map(ReadOnlyGuard::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The SDK writes accessanalyzer where permissions write access-analyzer. */
    private static String plain(String action) {
        return action.replace("-", "");
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        String action = String.valueOf(service).toLowerCase(Locale.ROOT) + ":" + operation;
        if (!allowed.contains(plain(action))) {
            throw new IllegalStateException("refused: " + action + " is not declared by any table");
        }
    }
}
