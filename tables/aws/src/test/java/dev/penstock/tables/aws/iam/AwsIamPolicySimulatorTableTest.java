package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.SimulatedAccount;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsIamPolicySimulatorTableTest {
    private static final String SIMULATOR = "aws_iam_policy_simulator";
    private static final String ANN = "arn:aws:iam::123456789012:user/ann";
    private static final String DENY = """
            {"Statement":[{"Effect":"Deny","Action":"s3:Delete*","Resource":"*"},\
            {"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}""";

    @Test
    void answersOneQuestionForEachCombination() {
        try (var account = SimulatedAccount.of(estate -> estate.user(
                        "ann",
                        user -> user.inlinePolicy("deny", DENY)
                                .attachedPolicy("arn:aws:iam::aws:policy/PowerUserAccess"))
                .user("bob"))) {
            var rows = account.rows(
                    SIMULATOR,
                    Map.of(
                            "principal_arn", Set.of(ANN, ANN.replace("ann", "bob")),
                            "action", Set.of("s3:GetObject", "s3:DeleteObject"),
                            "resource_arn", Set.of("*")));
            assertThat(rows)
                    .extracting(row -> row.get("principal_arn") + " " + row.get("action") + " " + row.get("decision"))
                    .containsExactlyInAnyOrder(
                            ANN + " s3:GetObject allowed",
                            ANN + " s3:DeleteObject explicitDeny",
                            ANN.replace("ann", "bob") + " s3:GetObject implicitDeny",
                            ANN.replace("ann", "bob") + " s3:DeleteObject implicitDeny");
            assertThat(account.calls()).isEqualTo(Map.of("iam:SimulatePrincipalPolicy", 4));
        }
    }

    @Test
    void nothingMatchedAndNothingMissingIsNull() {
        try (var account = SimulatedAccount.of(estate -> estate.user("ann", user -> user.inlinePolicy("deny", DENY)))) {
            Map<String, @Nullable Object> row = account.row(SIMULATOR, question("sqs:SendMessage"));
            assertThat(row)
                    .containsEntry("matched_statements", null)
                    .containsEntry("missing_context_values", null)
                    .containsEntry("permissions_boundary_decision_detail", null);
            assertThat(account.row(SIMULATOR, question("ec2:RunInstances")).get("missing_context_values"))
                    .hasToString("[\"aws:SecureTransport\"]");
        }
    }

    @Test
    void saysWhichKeysAreMissing() {
        try (var account = SimulatedAccount.of(estate -> {})) {
            assertThatThrownBy(() -> account.rows(SIMULATOR, Map.of("action", Set.of("s3:GetObject"))))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("needs principal_arn = '...' and resource_arn = '...' in WHERE or in a join");
        }
    }

    private static Map<String, Set<String>> question(String action) {
        return Map.of("principal_arn", Set.of(ANN), "action", Set.of(action), "resource_arn", Set.of("*"));
    }
}
