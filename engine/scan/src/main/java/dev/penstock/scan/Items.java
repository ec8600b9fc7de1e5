package dev.penstock.scan;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The items behind a scan's rows, from wherever its plan says. */
final class Items {
    private final Calls calls;
    private final int width;
    private final OptionalLong limit;
    private final Bulks bulks;

    /**
     * Items of one connection.
     *
     * @param width calls under way at once
     */
    Items(Calls calls, int width, OptionalLong limit, Bulks bulks) {
        this.calls = calls;
        this.width = width;
        this.limit = limit;
        this.bulks = bulks;
    }

    Source<Item> of(ScanEntry entry) {
        if (entry instanceof ScanEntry.LookUp lookup) {
            return lookups(erased(lookup.call()), lookup.values(), lookup.own());
        }
        if (entry instanceof ScanEntry.Listing listing) {
            return checked(listing(erased(listing.call()), listing), listing.checks());
        }
        if (entry instanceof ScanEntry.Bulk bulk) {
            Iterator<Object> items = bulks.items(bulk.rows()).iterator();
            return checked(() -> items.hasNext() ? new Item(items.next(), "", null) : null, bulk.checks());
        }
        if (entry instanceof ScanEntry.NamedKeys named) {
            return perNamedKey(erased(named.call()).operation(), named.values(), named.filters(), named.own());
        }
        if (entry instanceof ScanEntry.ConfiguredKeys configured) {
            return perNamedKey(
                    erased(configured.call()).operation(), configuredKeys(configured), configured.filters(), null);
        }
        if (entry instanceof ScanEntry.Children children) {
            return children(erased(children.call()), children);
        }
        return () -> null;
    }

    private Source<Item> listing(ListCall<?, Object> call, ScanEntry.Listing listing) {
        // A narrowed listing may give more than was asked for, so its pages stay full size.
        boolean counted = listing.filters().isEmpty() && listing.checks().isEmpty();
        long wanted = counted ? limit.orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
        return whole(distinct(call, "", new PageRequest(null, wanted, listing.filters())));
    }

    /** The items of a whole listing. */
    private static Source<Item> whole(Source<Object> items) {
        return () -> {
            Object item = items.next();
            return item == null ? null : new Item(item, "", null);
        };
    }

    /** A listing's items. One that moves to a later page while the pages are read is given by both, and counts once. */
    private Source<Object> distinct(ListCall<?, Object> call, String key, PageRequest first) {
        var walk = new PageWalk<>(calls, call.operation(), key, first);
        Extractor<Object, String> identity = call.identity().orElse(null);
        if (identity == null) {
            return walk;
        }
        var seen = new HashSet<String>();
        return () -> {
            for (Object item = walk.next(); item != null; item = walk.next()) {
                if (seen.add(Calls.key(identity, item, call.operation()))) {
                    return item;
                }
            }
            return null;
        };
    }

    private static Source<Item> checked(Source<Item> items, List<ScanEntry.KeyCheck> checks) {
        if (checks.isEmpty()) {
            return items;
        }
        return () -> {
            for (Item next = items.next(); next != null; next = items.next()) {
                Object item = next.item();
                if (checks.stream().allMatch(check -> check.passes(item))) {
                    return next;
                }
            }
            return null;
        };
    }

    /** The keys that the connection names, of those that the query allows. */
    private Set<String> configuredKeys(ScanEntry.ConfiguredKeys configured) {
        var keys = new LinkedHashSet<>(calls.configured(configured.keys()));
        if (configured.allowed() != null) {
            keys.retainAll(configured.allowed());
        }
        return keys;
    }

    private Source<Item> lookups(GetCall<?, Object> call, Set<String> values, @Nullable Extractor<?, ?> own) {
        Iterator<String> wanted = values.iterator();
        Operation<?, Object> operation = call.operation();
        var window = new Window<String, Started>(() -> wanted.hasNext() ? wanted.next() : null, width, value -> {
            String key = String.valueOf(call.key().extract(value));
            return new Started(value, key, calls.page(operation, key, PageRequest.first()));
        });
        return () -> {
            for (Started next = window.next(); next != null; next = window.next()) {
                // Looking up what does not exist is no failure: it has no row.
                if (!calls.isMissing(next.answer())) {
                    Answer<Object> answer = calls.await(next.answer(), operation.action(), next.key());
                    if (!answer.items().isEmpty() && has(answer.items().get(0), own, next.value())) {
                        return new Item(answer.items().get(0), next.key(), null);
                    }
                }
            }
            return null;
        };
    }

    @SuppressWarnings("unchecked") // an extractor of the table's own items
    private static boolean has(Object item, @Nullable Extractor<?, ?> own, String value) {
        return own == null || value.equals(((Extractor<Object, Object>) own).extract(item));
    }

    private Source<Item> perNamedKey(
            Operation<?, Object> operation,
            Set<String> values,
            Map<String, String> filters,
            @Nullable Extractor<?, ?> own) {
        var first = new PageRequest(null, Long.MAX_VALUE, filters);
        Iterator<String> keys = values.iterator();
        var window = new Window<String, Family>(
                () -> keys.hasNext() ? keys.next() : null,
                width,
                key -> new Family(new PageWalk<>(calls, operation, key, first).start(), key, null));
        return flattened(window, (family, item) -> has(item, own, family.key()), family -> {});
    }

    private Source<Item> children(ListCall<?, Object> list, ScanEntry.Children children) {
        ListCall<?, Object> parent = erased(children.keys().parent());
        Extractor<Object, String> key = keyOf(children.keys());
        var first = new PageRequest(null, Long.MAX_VALUE, children.filters());
        Source<Object> parents = parents(parent, key, children.allowed());
        var gone = new GoneCheck(calls, parent.operation(), parent.identity().orElse(null));
        int most = (int) Math.min(width, limit.orElse(Long.MAX_VALUE));
        var window = new Window<Object, Family>(parents, most, item -> {
            String parentKey = Calls.key(key, item, list.operation());
            var walk = new PageWalk<>(calls, list.operation(), parentKey, first);
            return new Family(walk.start(), parentKey, item);
        });
        return flattened(window, (family, item) -> true, family -> {
            if (family.walk().absent() && family.parent() != null) {
                gone.requireGone(family.parent(), "", key);
            }
        });
    }

    /** The parents that have a key, one of those that are allowed: others have no children. */
    private Source<Object> parents(
            ListCall<?, Object> parent, Extractor<Object, String> key, @Nullable Set<String> allowed) {
        Source<Item> items = parent.keys()
                .flatMap(keys -> keys.origin() instanceof KeySource.Configured<?, ?> configured
                        ? Optional.of(configured)
                        : Optional.empty())
                .map(configured -> perNamedKey(
                        parent.operation(), new LinkedHashSet<>(calls.configured(configured)), Map.of(), null))
                .orElseGet(() -> whole(distinct(parent, "", PageRequest.first())));
        return () -> {
            for (Item next = items.next(); next != null; next = items.next()) {
                String value = key.extract(next.item());
                if (value != null && (allowed == null || allowed.contains(value))) {
                    return next.item();
                }
            }
            return null;
        };
    }

    private static Source<Item> flattened(
            Source<Family> families, BiPredicate<Family, Object> counts, Consumer<Family> ended) {
        return new Source<>() {
            private @Nullable Family current;

            @Override
            public @Nullable Item next() {
                while (true) {
                    Family family = current == null ? families.next() : current;
                    if (family == null) {
                        return null;
                    }
                    current = family;
                    Object item = family.walk().next();
                    if (item != null && counts.test(family, item)) {
                        return new Item(item, family.key(), family.parent());
                    }
                    if (item != null) {
                        continue;
                    }
                    ended.accept(family);
                    current = null;
                }
            }
        };
    }

    @SuppressWarnings("unchecked") // items only meet extractors of their own table
    private static ListCall<?, Object> erased(ListCall<?, ?> call) {
        return (ListCall<?, Object>) call;
    }

    @SuppressWarnings("unchecked") // as above
    private static GetCall<?, Object> erased(GetCall<?, ?> call) {
        return (GetCall<?, Object>) call;
    }

    @SuppressWarnings("unchecked") // as above
    private static Extractor<Object, String> keyOf(KeySource.FromListing<?, ?> keys) {
        return ((KeySource.FromListing<?, Object>) keys).key();
    }

    private record Started(String value, String key, CompletableFuture<Answer<Object>> answer) {}

    /** The children of one key, and the parent that gave the key. */
    private record Family(
            PageWalk<Object> walk, String key, @Nullable Object parent) {}
}
