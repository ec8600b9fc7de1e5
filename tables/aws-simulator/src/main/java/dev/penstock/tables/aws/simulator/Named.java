package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * Things of one kind, found by name whatever its case and listed in alphabetical order. Safe for many threads.
 *
 * @param <T> the kind
 */
final class Named<T> {
    private final ConcurrentNavigableMap<String, T> things = new ConcurrentSkipListMap<>();
    private final Function<T, String> name;
    private final Function<T, String> path;

    Named(Function<T, String> name, Function<T, String> path) {
        this.name = name;
        this.path = path;
    }

    void put(T thing) {
        things.put(place(thing), thing);
    }

    /** Adds a thing whose name nobody has. */
    void add(T thing, String kind) {
        if (things.putIfAbsent(place(thing), thing) != null) {
            throw new IamException(
                    409, "EntityAlreadyExists", kind + " with name " + name.apply(thing) + " already exists.");
        }
    }

    Optional<T> find(String wanted) {
        return Optional.ofNullable(things.get(Estate.folded(wanted)));
    }

    /** The thing, or the service's refusal. */
    T existing(String wanted, String kind) {
        return find(wanted).orElseThrow(() -> missing(wanted, kind));
    }

    T remove(String wanted, String kind) {
        T removed = things.remove(Estate.folded(wanted));
        if (removed == null) {
            throw missing(wanted, kind);
        }
        return removed;
    }

    List<T> all() {
        return List.copyOf(things.values());
    }

    int count() {
        return things.size();
    }

    /** One page of those below a path. */
    Paging.Slice<T> page(ApiCall call) {
        Paging paging = call.paging();
        String prefix = call.pathPrefix();
        List<T> found = things.tailMap(paging.after(), false).values().stream()
                .filter(thing -> path.apply(thing).startsWith(prefix))
                .limit(paging.wanted())
                .toList();
        return paging.cut(found, this::place);
    }

    private String place(T thing) {
        return Estate.folded(name.apply(thing));
    }

    private static IamException missing(String wanted, String kind) {
        return IamException.noSuchEntity("The " + kind + " with name " + wanted + " cannot be found.");
    }
}
