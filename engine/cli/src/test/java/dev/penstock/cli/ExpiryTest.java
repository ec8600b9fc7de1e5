package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.tables.aws.simulator.AssumableRole;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.FaultAnswer;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Sessions that end in the middle of a scan. */
class ExpiryTest {
    private static final String MEMBER = "222222222222";
    private static final int USERS = 60;

    private final AtomicReference<AwsSimulator> running = new AtomicReference<>();

    private AwsSimulator simulator() {
        return Objects.requireNonNull(running.get(), "a run is under way or over");
    }

    /** Half the users are asked for their keys, then every session that was given out is over. */
    private SimulatorOptions ending() {
        return SimulatorOptions.defaults().withFault(call -> {
            if (call.action().equals("iam:ListAccessKeys") && call.nth() == USERS / 2) {
                simulator().expireSessions();
            }
            return Optional.empty();
        });
    }

    private ControlRun run(SimulatorOptions options) {
        var member = Estate.account(MEMBER).credentials("AKIAMEMBER").assumable(new AssumableRole("Audit"));
        for (int i = 0; i < USERS; i++) {
            member.user("user" + i);
        }
        var management = Estate.account("111111111111").credentials("AKIAMANAGEMENT");
        try (var simulator = AwsSimulator.start(List.of(management.build(), member.build()), options)) {
            running.set(simulator);
            ConnectionConfig source = ControlRun.connection("member", simulator.endpoint(), "AKIAMANAGEMENT");
            return ControlRun.over(
                    List.of(source.derived("member", Map.of("role_arn", "arn:aws:iam::" + MEMBER + ":role/Audit"))),
                    Duration.ofSeconds(20));
        }
    }

    @Test
    void aSessionThatEndsIsRenewedAndTheScanEndsRight() {
        ControlRun run = run(ending());
        assertThat(run.check().error()).isEmpty();
        assertThat(run.verdicts()).hasSize(USERS).containsEntry("arn:aws:iam::" + MEMBER + ":user/user1", "ok");
        assertThat(simulator().log().count("sts:AssumeRole")).isEqualTo(2);
    }

    @Test
    void aSessionThatCanNotBeRenewedIsAnErrorThatNamesAccountCallAndCause() {
        ControlRun run = run(
                ending().withFault(Faults.when("sts:AssumeRole", call -> call.nth() > 1, new FaultAnswer.Denied())));
        assertThat(run.check().results()).isEmpty();
        assertThat(run.check().error())
                .hasValueSatisfying(error -> assertThat(error.message())
                        .contains(
                                "iam:ListAccessKeys",
                                "could not be signed in account " + MEMBER + " (connection member)",
                                "the role arn:aws:iam::" + MEMBER + ":role/Audit can't be assumed: AccessDenied"));
    }
}
