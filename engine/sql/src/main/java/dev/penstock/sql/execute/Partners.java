package dev.penstock.sql.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right side of a running join: read once and held, so that the rows that may pair with a left row are found. */
public interface Partners {

    /** Goes to the candidates of a left row. */
    void begin(@Nullable Object[] row);

    /** The next candidate, null after the last. */
    @Nullable
    Held next();

    /** Every row that is held. */
    List<Held> all();

    /** A held row. */
    final class Held extends RowTable.Entry<Held> {
        private boolean matched;

        Held(@Nullable Object[] row) {
            super(row);
        }

        void match() {
            matched = true;
        }

        boolean isMatched() {
            return matched;
        }
    }

    /** How a join finds partners. */
    interface Source {

        /**
         * Reads the right side.
         *
         * @param keepsAll whether rows that can have no partner are kept, too
         */
        Partners open(Execution execution, Holding holding, boolean keepsAll);
    }
}
