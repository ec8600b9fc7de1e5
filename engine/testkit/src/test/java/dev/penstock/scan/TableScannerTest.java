package dev.penstock.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.Failure;
import dev.penstock.testkit.FakeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableScannerTest {
    private final FakeTables fake = new FakeTables();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void walksEveryPageAndNoMore() {
        fake.addMany(25);
        assertThat(fake.rows(fake.ownerTable, "name"))
                .hasSize(25)
                .startsWith("owner-0")
                .endsWith("owner-24");
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 3L));
    }

    @Test
    void stopsPagingAtTheLimit() {
        fake.addMany(100);
        assertThat(fake.rows(fake.ownerTable, List.of("name"), Map.of(), OptionalLong.of(12)))
                .hasSize(12);
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 2L));
    }

    @Test
    void aLimitStartsNoCallThatNoRowNeeds() {
        fake.addMany(100);
        assertThat(fake.rows(fake.ownerTable, List.of("name", "size"), Map.of(), OptionalLong.of(3)))
                .hasSize(3);
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 1L, "fake:GetOwner", 3L));
    }

    @Test
    void whatTwoPagesGiveIsOneRow() {
        fake.addMany(15).add("owner-3", "thing of 3");
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(15).doesNotHaveDuplicates();
        assertThat(fake.rows(fake.thingTable, "thing")).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void anEntryWithoutTheNameThatACallNeedsIsNoWholeAnswer() {
        fake.addMany(3).addNameless();
        assertThatThrownBy(() -> fake.rows(fake.ownerTable, "id", "size"))
                .isInstanceOf(EngineException.class)
                .hasMessage("fake:GetOwner can't be asked: an entry that it is for was answered without its name");
    }

    @Test
    void anUnreadColumnMakesNoCall() {
        fake.add("ann", "x", "y").add("bob");
        assertThat(fake.rows(fake.ownerTable, "id", "name")).containsExactly("id-ann|ann", "id-bob|bob");
        assertThat(fake.plugin().calls().all()).containsExactly("fake:ListOwners");
    }

    @Test
    void rowCallsAreMadeOncePerRowAndTheirPagesWalked() {
        fake.add("ann", "x", "y").add("bob");
        assertThat(fake.rows(fake.ownerTable, "name", "size", "tags")).containsExactly("ann|2|a+b+c", "bob|0|a+b+c");
        assertThat(fake.plugin().calls().byAction())
                .isEqualTo(Map.of("fake:ListOwners", 1L, "fake:GetOwner", 2L, "fake:ListTags", 4L));
    }

    @Test
    void rowsComeInTheOrderOfTheListingWhateverIsAnsweredFirst() {
        fake.addMany(30);
        fake.plugin().before((action, key) -> {
            if (key.equals("owner-0")) {
                sleep(80);
            }
        });
        assertThat(fake.rows(fake.ownerTable, "name", "size")).hasSize(30).startsWith("owner-0|1", "owner-1|1");
    }

    @Test
    void aKeyLooksUpInsteadOfListing() {
        fake.addMany(50);
        assertThat(fake.rows(
                        fake.ownerTable,
                        List.of("name", "size"),
                        Map.of("name", Set.of("owner-7", "nobody")),
                        OptionalLong.empty()))
                .containsExactly("owner-7|1");
        assertThat(fake.plugin().calls().all())
                .containsExactlyInAnyOrder("fake:GetOwner owner-7", "fake:GetOwner nobody");
    }

    @Test
    void noAllowedValueMeansNoCall() {
        fake.addMany(5);
        assertThat(fake.rows(fake.ownerTable, List.of("name"), Map.of("name", Set.of()), OptionalLong.empty()))
                .isEmpty();
        assertThat(fake.plugin().calls().all()).isEmpty();
    }

    @Test
    void childrenAreListedForEachParentAndParentsOnce() {
        fake.addMany(12);
        assertThat(fake.rows(fake.thingTable, "owner", "thing")).hasSize(12).startsWith("owner-0|thing of 0");
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 2L, "fake:ListThings", 12L));
    }

    @Test
    void aNamedParentIsNotListed() {
        fake.addMany(12);
        assertThat(fake.rows(
                        fake.thingTable, List.of("thing"), Map.of("owner", Set.of("owner-3")), OptionalLong.empty()))
                .containsExactly("thing of 3");
        assertThat(fake.plugin().calls().all()).containsExactly("fake:ListThings owner-3");
    }

    @Test
    void twoScansOfOneRunShareEveryCall() {
        fake.addMany(12);
        fake.rows(fake.ownerTable, "name", "size");
        fake.plugin().calls().clear();
        fake.rows(fake.ownerTable, "name", "size");
        fake.rows(fake.thingTable, "thing");
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListThings", 12L));
        assertThat(fake.scanner().counts().cacheHits()).isPositive();
    }

    @Test
    void twoScansAtOnceFlyTogether() throws InterruptedException {
        fake.addMany(5);
        fake.plugin().before((action, key) -> sleep(30));
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> fake.rows(fake.ownerTable, "name", "size")));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 1L, "fake:GetOwner", 5L));
    }

    @Test
    void aWholeListingServesALimitAndASmallPageServesNothingElse() {
        fake.addMany(12);
        fake.rows(fake.ownerTable, List.of("name"), Map.of(), OptionalLong.of(3));
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(12);
        assertThat(fake.plugin().calls().byAction()).containsEntry("fake:ListOwners", 3L);
        assertThat(fake.rows(fake.ownerTable, List.of("name"), Map.of(), OptionalLong.of(5)))
                .hasSize(5);
        assertThat(fake.plugin().calls().byAction()).containsEntry("fake:ListOwners", 3L);
    }

    @Test
    void answersBeyondTheBudgetStreamThrough() {
        fake.withCacheBytes(0).addMany(25);
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(25);
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(25);
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 6L));
    }

    @Test
    void noMoreCallsAreInFlightThanAllowed() {
        fake.addMany(40);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        fake.plugin().before((action, key) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            sleep(5);
            now.decrementAndGet();
        });
        fake.rows(fake.ownerTable, "name", "size", "tags");
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void aDeletedOwnerHasNoRow() {
        fake.add("ann", "x").add("bob", "y").add("cy", "z");
        deleteAfterListing("bob");
        assertThat(fake.rows(fake.ownerTable, "name", "size")).containsExactly("ann|1", "cy|1");
    }

    @Test
    void theThingsOfADeletedOwnerAreGone() {
        fake.add("ann", "x").add("bob", "y").add("cy", "z");
        deleteAfterListing("bob");
        assertThat(fake.rows(fake.thingTable, "thing")).containsExactly("x", "z");
    }

    @Test
    void aRenamedOwnerIsNotTakenForADeletedOne() {
        fake.add("ann", "x").add("bob", "y");
        fake.plugin().before((action, key) -> {
            if (action.equals("fake:ListThings")) {
                fake.rename("bob", "robert");
            }
        });
        assertThatThrownBy(() -> fake.rows(fake.thingTable, "thing"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("\"bob\" was renamed to \"robert\"");
    }

    @Test
    void aDeniedCallIsAnErrorThatNamesCallAccountAndPermission() {
        fake.addMany(3);
        fake.plugin().before((action, key) -> {
            if (action.equals("fake:GetOwner") && key.equals("owner-1")) {
                throw new FakeFailure(Failure.DENIED, "not\nallowed\u001b[31m");
            }
        });
        assertThatThrownBy(() -> fake.rows(fake.ownerTable, "name", "size"))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContainingAll(
                        "fake:GetOwner", "owner-1", "denied", "account one", "connection one", "permission")
                .hasMessageNotContainingAny("\n", "\u001b");
    }

    @Test
    void aFailureIsNotKept() {
        fake.addMany(3);
        var failing = new AtomicInteger(1);
        fake.plugin().before((action, key) -> {
            if (failing.getAndDecrement() > 0) {
                throw new FakeFailure(Failure.FATAL, "broken");
            }
        });
        assertThatThrownBy(() -> fake.rows(fake.ownerTable, "name")).hasMessageContaining("broken");
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(3);
    }

    @Test
    void stumblesAreRetriedAndThrottlesWaitedOut() {
        fake.addMany(3);
        var left = new AtomicInteger(2);
        fake.plugin().before((action, key) -> {
            if (left.getAndDecrement() > 0) {
                throw new FakeFailure(left.get() % 2 == 0 ? Failure.TRANSIENT : Failure.THROTTLED, "again");
            }
        });
        assertThat(fake.rows(fake.ownerTable, "name")).hasSize(3);
        assertThat(fake.scanner().counts().throttles()).isEqualTo(1);
        assertThat(fake.scanner().counts().byAction()).isEqualTo(Map.of("fake:ListOwners", 3L));
    }

    @Test
    void throttledToTheEndIsAnError() {
        fake.addMany(3);
        fake.plugin().before((action, key) -> {
            throw new FakeFailure(Failure.THROTTLED, "slow down");
        });
        assertThatThrownBy(() -> fake.rows(fake.ownerTable, "name"))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.THROTTLED))
                .hasMessageContaining("throttled to the end");
    }

    @Test
    void closingStopsTheCalls() throws InterruptedException {
        fake.addMany(1000);
        var started = new CountDownLatch(1);
        fake.plugin().before((action, key) -> {
            if (action.equals("fake:GetOwner")) {
                started.countDown();
                sleep(20);
            }
        });
        try (RowCursor cursor = fake.scan(fake.ownerTable, List.of("name", "size"), Map.of(), OptionalLong.empty())) {
            cursor.next();
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        }
        sleep(100);
        int after = fake.plugin().calls().all().size();
        sleep(200);
        assertThat(fake.plugin().calls().all()).hasSize(after);
        assertThat(after).isLessThan(60);
    }

    @Test
    void twoConnectionsShareNothing() {
        fake.addMany(3);
        fake.rows(fake.ownerTable, "name");
        try (RowCursor other = fake.scanner()
                .scan(
                        new ScanRequest(fake.ownerTable, List.of(0), Map.of(), OptionalLong.empty()),
                        "two",
                        () -> false)) {
            assertThat(other.next()).isNotNull();
        }
        assertThat(fake.plugin().calls().byAction()).isEqualTo(Map.of("fake:ListOwners", 2L));
    }

    @Test
    void aPlanSaysWhatItWouldCallAndNeeds() {
        ScanExplanation told = fake.scanner()
                .explain(
                        new ScanRequest(fake.ownerTable, List.of(0, 2), Map.of(), OptionalLong.of(5)),
                        "one",
                        () -> false);
        assertThat(told.plan().describe()).isEqualTo("owner: fake:ListOwners, at most 5 rows; per row fake:GetOwner");
        assertThat(told.plan().permissions()).containsExactly("fake:GetOwner", "fake:ListOwners");
        assertThat(told.reason()).isEqualTo("there is no other way");
        assertThat(told.expected().byAction()).isEqualTo(Map.of("fake:GetOwner", 5L, "fake:ListOwners", 1L));
        assertThat(told.expected().learned()).isFalse();
        assertThat(fake.plugin().calls().all()).isEmpty();
    }

    @Test
    void thePlanThatIsToldIsTheOneThatRunsAndTheOthersAreToldWithTheirCalls() {
        fake.addMany(30);
        var request = new ScanRequest(
                fake.ownerTable, List.of(0), Map.of("name", Set.of("owner-1", "owner-2")), OptionalLong.empty());
        ScanExplanation before = fake.scanner().explain(request, "one", () -> false);
        assertThat(before.plan().describe()).isEqualTo("owner: fake:GetOwner for 2 values of name");
        assertThat(before.expected().total()).isEqualTo(2);
        assertThat(before.rejected()).singleElement().satisfies(other -> {
            assertThat(other.plan().describe()).isEqualTo("owner: fake:ListOwners");
            assertThat(other.expected().counted()).isFalse();
        });
        fake.rows(fake.ownerTable, "name");
        ScanExplanation after = fake.scanner().explain(request, "one", () -> false);
        assertThat(after.plan().describe()).as("the listing is at hand").isEqualTo("owner: fake:ListOwners");
        assertThat(after.expected().total()).isZero();
    }

    @Test
    void theCallsOfAPartCountForTheWhole() {
        fake.add("ann", "x").add("bob");
        CallCounts part = fake.scanner().counts().part();
        var request = new ScanRequest(fake.ownerTable, List.of(2), Map.of(), OptionalLong.empty());
        try (RowCursor cursor = fake.scanner().scan(request, "one", part, () -> false)) {
            while (cursor.next() != null) {
                // the rows are not the matter here
            }
        }
        assertThat(part.byAction()).isEqualTo(Map.of("fake:ListOwners", 1L, "fake:GetOwner", 2L));
        fake.rows(fake.ownerTable, "size");
        assertThat(part.cacheHits()).isZero();
        assertThat(fake.scanner().counts().byAction()).isEqualTo(part.byAction());
        assertThat(fake.scanner().counts().cacheHits()).isEqualTo(3);
    }

    private void deleteAfterListing(String name) {
        fake.plugin().before((action, key) -> {
            if (!action.equals("fake:ListOwners") && !action.equals("fake:GetAccount")) {
                fake.delete(name);
            }
        });
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
