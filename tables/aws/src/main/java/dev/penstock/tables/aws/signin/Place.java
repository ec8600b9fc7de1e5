package dev.penstock.tables.aws.signin;

import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The credentials of one place; what goes wrong there is told in the place's words. */
record Place(AwsCredentialsProvider provider, Function<RuntimeException, SignInException> told)
        implements AwsCredentialsProvider, SdkAutoCloseable {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (RuntimeException e) {
            SignInException trouble = inner(e);
            // Interceptors of the SDK replace exceptions by others, which must not be of a kind that they don't know.
            throw SdkClientException.create(String.valueOf(trouble.getMessage()), trouble);
        }
    }

    /** Where the place needs another one's credentials, that one's trouble is what matters. */
    private SignInException inner(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignInException deeper) {
                return deeper;
            }
        }
        return told.apply(thrown);
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
