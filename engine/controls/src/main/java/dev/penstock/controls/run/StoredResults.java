package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.CountedResults;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import dev.penstock.controls.model.StatusCounts;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The results of one control: error, alarm, exempt, info, ok, skip, in the query's order within each. */
final class StoredResults extends AbstractList<ControlResult> implements CountedResults {
    private final List<Part> parts;
    private final StatusCounts counts;

    private StoredResults(List<Part> parts, StatusCounts counts) {
        this.parts = List.copyOf(parts);
        this.counts = counts;
    }

    @Override
    public StatusCounts counts() {
        return counts;
    }

    @Override
    public int size() {
        return Math.toIntExact(counts.total());
    }

    @Override
    public ControlResult get(int index) {
        int left = index;
        for (Part part : parts) {
            if (left < part.count()) {
                return part.read().get(left);
            }
            left -= part.count();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public Iterator<ControlResult> iterator() {
        return parts.stream().flatMap(part -> part.read().stream()).iterator();
    }

    /** Results that are read together. */
    private sealed interface Part {
        int count();

        List<ControlResult> read();
    }

    private record Held(List<ControlResult> results) implements Part {
        @Override
        public int count() {
            return results.size();
        }

        @Override
        public List<ControlResult> read() {
            return results;
        }
    }

    private record Filed(ResultStore.Segment segment) implements Part {
        @Override
        public int count() {
            return segment.count();
        }

        @Override
        public List<ControlResult> read() {
            return segment.read();
        }
    }

    /** Takes the results of a control as they come. */
    static final class Builder {
        private final Map<Status, Bucket> buckets = new EnumMap<>(Status.class);

        Builder(ResultStore store) {
            for (Status status : Status.values()) {
                buckets.put(status, new Bucket(store));
            }
        }

        void add(ControlResult result) {
            bucket(result.status()).add(result);
        }

        private Bucket bucket(Status status) {
            return Objects.requireNonNull(buckets.get(status));
        }

        StoredResults build() {
            var parts = new ArrayList<Part>();
            buckets.values().forEach(bucket -> parts.addAll(bucket.parts()));
            return new StoredResults(
                    parts,
                    new StatusCounts(
                            bucket(Status.ALARM).count,
                            bucket(Status.EXEMPT).count,
                            bucket(Status.OK).count,
                            bucket(Status.INFO).count,
                            bucket(Status.SKIP).count,
                            bucket(Status.ERROR).count));
        }
    }

    /** The results of one status. */
    private static final class Bucket {
        /** So many are written and read together. */
        private static final int SEGMENT = 1_000;

        /** What a result and each of its dimensions take beside their letters. */
        private static final int OVERHEAD = 120;

        private final ResultStore store;
        private final List<Part> parts = new ArrayList<>();
        private List<ControlResult> fresh = new ArrayList<>();
        private long bytes;
        private long count;

        Bucket(ResultStore store) {
            this.store = store;
        }

        void add(ControlResult result) {
            count++;
            fresh.add(result);
            bytes += OVERHEAD + result.reason().length() + result.resource().length();
            for (Dimension dimension : result.dimensions()) {
                bytes += OVERHEAD + dimension.value().length();
            }
            if (fresh.size() == SEGMENT) {
                keep();
            }
        }

        private void keep() {
            parts.add(store.admits(bytes) ? new Held(fresh) : new Filed(store.write(fresh)));
            fresh = new ArrayList<>();
            bytes = 0;
        }

        List<Part> parts() {
            if (!fresh.isEmpty()) {
                keep();
            }
            return parts;
        }
    }
}
