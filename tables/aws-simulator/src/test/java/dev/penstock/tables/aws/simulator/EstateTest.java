package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EstateTest {
    private final Estate estate = Estate.account("123456789012")
            .user("Bob", user -> user.group("admins").key())
            .user("carol")
            .build();

    @Test
    void namesAreUniqueWhateverTheirCase() {
        assertThat(estate.user("bOB")).get().extracting(IamUser::name).isEqualTo("Bob");
        assertThatThrownBy(() -> estate.createUser("BOB", "/"))
                .isInstanceOf(IamException.class)
                .hasMessage("User with name BOB already exists.");
        assertThatThrownBy(() -> Estate.account("123456789012").user("a").user("A"))
                .hasMessage("User with name A already exists.");
    }

    @Test
    void idsAreNeverGivenOutTwice() {
        String first = estate.user("carol").orElseThrow().id();
        estate.deleteUser("carol");
        String second = estate.createUser("carol", "/").id();
        assertThat(second).isNotEqualTo(first).matches("AIDA[A-Z2-7]{17}");
    }

    @Test
    void renamingKeepsIdAndKeys() {
        IamUser before = estate.user("Bob").orElseThrow();
        estate.renameUser("Bob", "robert");
        estate.moveUser("robert", "/x/");
        IamUser after = estate.user("robert").orElseThrow();
        assertThat(estate.user("Bob")).isEmpty();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.keys()).isEqualTo(before.keys());
        assertThat(after.arn("123456789012")).isEqualTo("arn:aws:iam::123456789012:user/x/robert");
        assertThat(estate.ownerOf(before.keys().get(0).id())).contains(after);
    }

    @Test
    void keysCanBeMadeSwitchedAndDeleted() {
        AccessKey key = estate.createAccessKey("bob");
        assertThat(estate.user("bob").orElseThrow().activeKeys()).isEqualTo(2);
        assertThatThrownBy(() -> estate.createAccessKey("bob"))
                .hasMessage("Cannot exceed quota for AccessKeysPerUser: 2");
        estate.setKeyActive("bob", key.id(), false);
        assertThat(estate.user("bob").orElseThrow().activeKeys()).isOne();
        estate.deleteAccessKey("bob", key.id());
        assertThat(estate.user("bob").orElseThrow().keys()).hasSize(1);
        assertThatThrownBy(() -> estate.deleteAccessKey("bob", key.id()))
                .isInstanceOfSatisfying(
                        IamException.class, e -> assertThat(e.code()).isEqualTo("NoSuchEntity"));
    }

    @Test
    void changesShowAtOnceToClients() {
        try (var simulator = AwsSimulator.start(estate)) {
            var client = new QueryClient(simulator);
            assertThat(client.iam("ListUsers").all("UserName")).containsExactly("Bob", "carol");
            estate.deleteUser("bob");
            estate.renameUser("carol", "carla");
            assertThat(client.iam("ListUsers").all("UserName")).containsExactly("carla");
            assertThat(client.iam("ListAccessKeys", "UserName", "bob").status()).isEqualTo(404);
        }
    }

    @Test
    void deletingThroughTheApiNeedsABareUser() {
        assertThatThrownBy(() -> estate.deleteBareUser("bob"))
                .hasMessage("Cannot delete entity, must delete access keys first.");
        estate.deleteBareUser("carol");
        assertThat(estate.userNames()).containsExactly("Bob");
    }

    @Test
    void refusesWhatIamCouldNotHold() {
        assertThatThrownBy(() -> Estate.account("12")).hasMessageContaining("12 digits");
        assertThatThrownBy(() -> estate.createUser("a/b", "/")).hasMessageContaining("userName is invalid");
        assertThatThrownBy(() -> estate.createUser("a", "x")).hasMessageContaining("path is invalid");
        assertThatThrownBy(() -> Estate.account("123456789012")
                        .user("a", user -> user.tag("K", "1").tag("k", "2")))
                .hasMessageContaining("Duplicate tag keys");
    }
}
