package dev.penstock.cli.shell.complete;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of SQL that are shown as such and completed. */
public final class Keywords {
    private static final List<String> ALL = List.of(
            ("select from where group by having order limit offset fetch first rows only with recursive as materialized"
                            + " distinct on all union intersect except join inner left right full outer cross natural"
                            + " lateral using and or not in exists between like ilike similar to escape is null true"
                            + " false unknown case when then else end cast asc desc nulls last over partition range"
                            + " groups preceding following current row unbounded filter within ordinality any some"
                            + " array interval date timestamp time zone at extract values explain analyze window table"
                            + " collate current_date current_timestamp localtimestamp current_time")
                    .split(" "));

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private Keywords() {}

    /** Whether it is one, in any case. */
    public static boolean contains(String word) {
        return KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** All of them, in lower case. */
    public static List<String> all() {
        return ALL;
    }
}
