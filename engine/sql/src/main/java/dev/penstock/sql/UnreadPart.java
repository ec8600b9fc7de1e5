package dev.penstock.sql;

import dev.penstock.spi.error.EngineException;
import java.util.List;

/**
 * What an answer does not hold, because it could not be read.
 *
 * @param connections those whose rows are not there
 * @param why what failed, where and why
 */
public record UnreadPart(List<String> connections, EngineException why) {

    /** Copies the connections. */
    public UnreadPart {
        connections = List.copyOf(connections);
    }
}
