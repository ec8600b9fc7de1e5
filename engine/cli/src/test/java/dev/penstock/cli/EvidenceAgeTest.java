package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run says how old the oldest thing is that its answers rest on. */
class EvidenceAgeTest {
    @TempDir
    private Path folder;

    @Test
    void aReportThatTheServiceMadeEarlierIsAsOldAsItSays() throws IOException {
        Instant made = Instant.now().minus(Duration.ofMinutes(185));
        assertThat(timing(made, "select count(*) from aws_iam_credential_report"))
                .containsPattern("Evidence is up to 3h 5m old\\.");
    }

    @Test
    void whatWasAskedJustNowIsNotSaidToBeOld() throws IOException {
        assertThat(timing(Instant.now().minus(Duration.ofHours(3)), "select name from aws_iam_user"))
                .contains("Calls: 1")
                .doesNotContain("Evidence");
    }

    @Test
    void eachStatementTellsOfItsOwnCallsAndEvidence() throws IOException {
        String[] lines = timing(
                        Instant.now().minus(Duration.ofHours(3)),
                        "select count(*) from aws_iam_credential_report; select name from aws_iam_user")
                .lines()
                .toArray(String[]::new);
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains("Evidence is up to 3h 0m old", "iam:GetCredentialReport 1");
        assertThat(lines[1]).contains("Calls: 1 (iam:ListUsers 1)").doesNotContain("Evidence");
    }

    private String timing(Instant reportMade, String sql) throws IOException {
        Estate estate = Estate.account("111122223333")
                .user("alice")
                .credentialReport(reportMade)
                .build();
        try (var simulator = AwsSimulator.start(estate, SimulatorOptions.defaults())) {
            Path config = Files.writeString(folder.resolve("one.hcl"), """
                    connection "one" {
                      plugin       = "aws"
                      access_key   = "AKIAIOSFODNN7EXAMPLE"
                      secret_key   = "not checked"
                      regions      = ["us-east-1"]
                      endpoint_url = "%s"
                    }
                    """.formatted(simulator.endpoint()));
            Ran ran = Ran.penstock("query", sql, "--config", config.toString(), "--timing=verbose");
            assertThat(ran.code()).as(ran.err()).isZero();
            return ran.err();
        }
    }
}
