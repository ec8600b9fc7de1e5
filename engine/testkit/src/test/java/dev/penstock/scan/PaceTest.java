package dev.penstock.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace against token buckets of unknown size, in simulated time: 64 in flight, answers after some 30 ms. */
class PaceTest {
    private static final int BURST = 50;
    private static final int IN_FLIGHT = 64;

    @Test
    void letsEverythingThroughWhileNothingIsThrottled() {
        var pace = new Pace();
        pace.answered(0);
        assertThat(pace.rate()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "20, 2", "20, 3", "100, 1", "100, 2", "100, 3", "400, 1", "400, 2", "400, 3"})
    void afterTenSecondsItIsAtTheCeilingAndSeldomThrottled(int perSecond, long seed) {
        var bucket = new Simulation(perSecond, seed).run(60);
        assertThat(bucket.answeredAfterTenSeconds / 50.0).isGreaterThan(0.95 * perSecond);
        assertThat(bucket.throttledAfterTenSeconds)
                .isLessThan((int) (0.02 * (bucket.answeredAfterTenSeconds + bucket.throttledAfterTenSeconds)));
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "20, 2", "20, 3", "100, 1", "100, 2", "400, 1", "400, 2"})
    void learningCostsLittle(int perSecond, long seed) {
        var bucket = new Simulation(perSecond, seed).run(60);
        assertThat(bucket.throttled).isLessThan((int) (0.02 * (bucket.answered + bucket.throttled)));
    }

    /** Twelve at a time are answered nearly as fast as the bucket fills, so that it is long until it runs dry. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.15", "0.2"})
    void learningCostsLittleWhereAnswersTakeLong(double latency) {
        var bucket = new Simulation(20, 1, latency).run(60);
        assertThat(bucket.throttled).isLessThan((int) (0.02 * (bucket.answered + bucket.throttled)));
    }

    @Test
    void followsACeilingThatFalls() {
        var simulation = new Simulation(400, 1).run(20);
        simulation.perSecond = 50;
        simulation.forget();
        simulation.run(40);
        assertThat(simulation.answered / 20.0).isBetween(47.0, 55.0);
        // What is sent in the third of a second until it is noticed.
        assertThat(simulation.throttled).isLessThan(130);
    }

    /** Events in order of their time: a request arrives at the bucket, its answer comes back, a slot comes. */
    private static final class Simulation {
        private final Pace pace = new Pace();
        private final PriorityQueue<Event> events = new PriorityQueue<>();
        private final Random random;
        private double perSecond;
        private double tokens = BURST;
        private double filledAt;
        private double nextSlot;
        private boolean slotComes;
        private int waiting = IN_FLIGHT;
        private long order;
        private int answered;
        private int throttled;
        private int answeredAfterTenSeconds;
        private int throttledAfterTenSeconds;

        private final double latency;

        Simulation(double perSecond, long seed) {
            this(perSecond, seed, 0.03);
        }

        Simulation(double perSecond, long seed, double latency) {
            this.perSecond = perSecond;
            this.latency = latency;
            this.random = new Random(seed);
            let(0);
        }

        void forget() {
            answered = 0;
            throttled = 0;
        }

        Simulation run(double until) {
            while (!events.isEmpty() && events.peek().time <= until) {
                Event event = events.remove();
                double now = event.time;
                switch (event.kind) {
                    case SLOT -> {
                        slotComes = false;
                        let(now);
                    }
                    case ARRIVES -> add(now, take(now) ? Kind.ANSWERED : Kind.THROTTLED);
                    case ANSWERED -> {
                        answered++;
                        answeredAfterTenSeconds += now >= 10 ? 1 : 0;
                        pace.answered(nanos(now));
                        waiting++;
                        let(now);
                    }
                    case THROTTLED -> {
                        throttled++;
                        throttledAfterTenSeconds += now >= 10 ? 1 : 0;
                        pace.throttled(nanos(now));
                        waiting++;
                        let(now);
                    }
                }
            }
            return this;
        }

        private boolean take(double now) {
            tokens = Math.min(BURST, tokens + (now - filledAt) * perSecond);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        private void let(double now) {
            while (waiting > 0 && IN_FLIGHT - waiting < pace.mostUnderWay()) {
                if (pace.rate() != Double.POSITIVE_INFINITY) {
                    if (nextSlot > now) {
                        if (!slotComes) {
                            slotComes = true;
                            events.add(new Event(nextSlot, order++, Kind.SLOT));
                        }
                        return;
                    }
                    nextSlot = Math.max(nextSlot, now - 0.1) + 1 / pace.rate();
                }
                waiting--;
                add(now, Kind.ARRIVES);
            }
        }

        private void add(double now, Kind kind) {
            events.add(new Event(now + latency * (0.4 + 0.2 * random.nextDouble()), order++, kind));
        }

        private static long nanos(double seconds) {
            return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        }
    }

    private enum Kind {
        SLOT,
        ARRIVES,
        ANSWERED,
        THROTTLED
    }

    private record Event(double time, long order, Kind kind) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }
}
