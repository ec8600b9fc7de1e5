package dev.penstock.tables.aws;

import java.util.Locale;
import java.util.function.Predicate;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stands in every client and lets only the actions pass that tables declare; anything else is never sent. */
final class ReadOnlyGuard implements ExecutionInterceptor {
    private final Predicate<String> allowed;

    /**
     * A guard.
     *
     * @param allowed tells of actions such as {@code iam:ListUsers}
     */
    ReadOnlyGuard(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /** The SDK writes accessanalyzer where permissions write access-analyzer. */
    private static String service(String name) {
        String service = name.toLowerCase(Locale.ROOT);
        return service.equals("accessanalyzer") ? "access-analyzer" : service;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        String action = service(String.valueOf(service)) + ":" + operation;
        if (!allowed.test(action)) {
            throw new IllegalStateException("refused: " + action + " is not declared by any table");
        }
    }
}
