package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.Failure;
import org.junit.jupiter.api.Test;

class SignInFailureTest {
    private static final String BEFORE = "Unable to load credentials from any of the providers in the chain C(x=[A(),"
            + " ProfileCredentialsProvider(profileName=p), ContainerCredentialsProvider()]) : [A(): not set.,"
            + " ProfileCredentialsProvider(profileName=";
    private static final String AFTER = ", ContainerCredentialsProvider(): no address., I(): disabled.]";

    @Test
    void whatTheProfileSaidIsTold() {
        CallFailure failure = of("p): Failed to refresh process-based credentials.");
        assertThat(failure.kind()).isEqualTo(Failure.EXPIRED);
        assertThat(failure.message())
                .isEqualTo("the profile \"p\" gave no credentials: Failed to refresh process-based credentials");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        assertThat(of("nope): Profile file contained no credentials for profile 'nope': ProfileFile(sections=[])")
                        .message())
                .isEqualTo("the profile \"nope\" is not in the AWS configuration, or holds no credentials");
    }

    @Test
    void withoutAnyProfileEverySourceIsNamed() {
        assertThat(of("default): Profile file contained no credentials for profile 'default': ProfileFile(sections=[])")
                        .message())
                .startsWith("no credentials were found in the environment");
    }

    @Test
    void anExpiredSignOnSaysWhichCommandRenewsIt() {
        CallFailure failure = of("s, profileFile=ProfileFile(sections=[profiles], profiles=[Profile(name=s,"
                + " properties=[sso_session])])): The SSO session has expired.");
        assertThat(failure.message()).isEqualTo("The SSO session has expired");
        assertThat(failure.advice()).isEqualTo("run \"aws sso login --profile s\"");
    }

    private static CallFailure of(String profile) {
        String text = BEFORE + profile + AFTER;
        assertThat(SignInFailure.is(text)).isTrue();
        return SignInFailure.of(text);
    }
}
