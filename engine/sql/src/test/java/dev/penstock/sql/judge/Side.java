package dev.penstock.sql.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two that answer: the engine, or PostgreSQL. */
public interface Side {

    /** The answer to a statement; {@code parameters} are texts for {@code $1}, {@code $2}, .... */
    Answer answer(String sql, List<? extends @Nullable String> parameters);
}
