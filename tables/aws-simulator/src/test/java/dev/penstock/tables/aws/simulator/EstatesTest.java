package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class EstatesTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final List<IamUser> demo = Estates.demo(NOW).allUsers();

    @Test
    void demoIsTheSameEveryTime() {
        assertThat(Estates.demo(NOW).allUsers()).isEqualTo(demo);
    }

    @Test
    void demoHasSomethingToFindForEachControl() {
        assertThat(found(user -> user.activeKeys() == 2)).containsExactly("ci-deploy", "farida", "jonas");
        assertThat(found(
                        user -> user.loginProfile() != null && user.mfaDevices().isEmpty()))
                .containsExactly("bobby", "contractor-ines", "dmitri", "henrik", "old-admin");
        assertThat(found(user -> user.keys().stream()
                        .anyMatch(key -> key.active() && key.created().isBefore(NOW.minus(Duration.ofDays(90))))))
                .contains("nightly-backup", "metrics-push")
                .doesNotContain("alice", "bob");
        assertThat(found(user -> user.keys().stream().anyMatch(key -> key.active() && key.lastUse() == null)))
                .containsExactly("dmitri", "farida", "svc_reports");
        assertThat(found(user -> !user.inlinePolicies().isEmpty()
                        || !user.attachedPolicies().isEmpty()))
                .contains("farida", "old-admin", "svc-reports");
        assertThat(found(user -> user.keys().isEmpty())).isNotEmpty();
        assertThat(found(user -> !user.keys().isEmpty() && user.activeKeys() == 0))
                .containsExactly("contractor-kofi", "legacy-import");
    }

    @Test
    void demoHasLookAlikesAndTextBeyondAscii() {
        assertThat(demo).extracting(IamUser::name).contains("svc-reports", "svc_reports", "bob", "bobby");
        assertThat(demo).anyMatch(user -> user.tags().contains(new Tag("city", "Köln")));
        assertThat(demo).anyMatch(user -> user.boundary() != null);
    }

    @Test
    void bulkEstatesHaveTheMixThatTheyPromise() {
        List<IamUser> users = Estates.users(1_000).allUsers();
        assertThat(users).filteredOn(user -> user.activeKeys() == 2).hasSize(100);
        assertThat(users).filteredOn(user -> user.keys().isEmpty()).hasSize(300);
        assertThat(users).filteredOn(user -> user.keys().size() == 1).hasSize(400);
        assertThat(users.get(7).activeKeys()).isEqualTo(2);
    }

    @Test
    void identifiersAreUniqueInTheLargestEstate() {
        List<IamUser> users = Estates.users(100_000).allUsers();
        var ids = new HashSet<String>();
        users.forEach(user -> {
            ids.add(user.id());
            user.keys().forEach(key -> ids.add(key.id()));
        });
        assertThat(ids).hasSize(100_000 + 100_000);
    }

    @Test
    void identifiersDifferBetweenAccounts() {
        IamUser one = Estates.users("111111111111", 1).allUsers().get(0);
        IamUser other = Estates.users("222222222222", 1).allUsers().get(0);
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void refusesMoreUsersThanItCanHold() {
        assertThatThrownBy(() -> Estates.users(100_001)).hasMessageContaining("0 to 100000");
    }

    private List<String> found(Predicate<IamUser> condition) {
        return demo.stream().filter(condition).map(IamUser::name).toList();
    }
}
