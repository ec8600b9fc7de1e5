package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsIamServiceSpecificCredentialTableTest {
    private static final String CREDENTIAL = "aws_iam_service_specific_credential";

    @Test
    void allUsersAreOneListing() {
        try (var account = SimulatedAccount.of(
                estate -> estate.user("ann", user -> user.serviceCredential("codecommit.amazonaws.com"))
                        .user("bob", user -> user.serviceCredential("cassandra.amazonaws.com"))
                        .user("carol"))) {
            assertThat(account.rows(CREDENTIAL))
                    .extracting(row -> row.get("user_name"))
                    .containsExactly("ann", "bob");
            assertThat(account.calls()).isEqualTo(Map.of("iam:ListServiceSpecificCredentials", 1));
            assertThat(account.rows(CREDENTIAL, Map.of("user_name", Set.of("bob"))))
                    .hasSize(1);
            assertThat(account.rows(CREDENTIAL, Map.of("service_name", Set.of("codecommit.amazonaws.com"))))
                    .hasSize(1);
            assertThat(account.rows(CREDENTIAL, Map.of("user_name", Set.of("nobody"))))
                    .isEmpty();
        }
    }
}
