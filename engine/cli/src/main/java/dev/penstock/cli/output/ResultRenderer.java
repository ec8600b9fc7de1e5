package dev.penstock.cli.output;

import java.io.IOException;

/** Writes the rows of a query in one format, as they come. */
@FunctionalInterface
public interface ResultRenderer {

    /**
     * Writes every row to the terminal's {@code out}.
     *
     * @return how many rows there were
     * @throws dev.penstock.spi.error.EngineException if the query fails midway; what was read before it is written
     */
    long render(ResultRows result, Terminal terminal) throws IOException;
}
