package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one partition of a window, in their order, and which of them are peers. */
public final class WindowPartition {
    private final List<@Nullable Object[]> rows;
    private final int[] groupOf;
    private final List<Integer> groupStarts = new ArrayList<>();

    WindowPartition(List<@Nullable Object[]> rows, List<Sort.Key> order) {
        this.rows = rows;
        this.groupOf = new int[rows.size()];
        var comparator = Sort.order(order);
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || comparator.compare(rows.get(i - 1), rows.get(i)) != 0) {
                groupStarts.add(i);
            }
            groupOf[i] = groupStarts.size() - 1;
        }
    }

    int size() {
        return rows.size();
    }

    @Nullable
    Object[] row(int place) {
        return rows.get(place);
    }

    /** The group of peers to which a row belongs, counted from 0. */
    int group(int place) {
        return groupOf[place];
    }

    int groups() {
        return groupStarts.size();
    }

    /** The place of a group's first row; the partition's size for groups behind the last. */
    int groupStart(int group) {
        return group < 0 ? 0 : group < groupStarts.size() ? groupStarts.get(group) : rows.size();
    }

    int firstPeer(int place) {
        return groupStart(groupOf[place]);
    }

    /** The place after a row's last peer. */
    int afterPeers(int place) {
        return groupStart(groupOf[place] + 1);
    }
}
