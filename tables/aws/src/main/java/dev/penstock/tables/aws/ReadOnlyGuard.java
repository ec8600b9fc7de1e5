package dev.penstock.tables.aws;

import java.util.Locale;
import java.util.Set;
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
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        String action = String.valueOf(service).toLowerCase(Locale.ROOT) + ":" + operation;
        if (!allowed.contains(action)) {
            throw new IllegalStateException("refused: " + action + " is not declared by any table");
        }
    }
}
