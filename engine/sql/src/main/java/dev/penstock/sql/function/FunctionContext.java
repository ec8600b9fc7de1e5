package dev.penstock.sql.function;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What functions may know of the running statement.
 *
 * @param now the statement's start, the value of {@code now()} throughout (PostgreSQL chapter 9.9.5)
 * @param zone the session's time zone
 * @param user the value of {@code current_user}
 */
public record FunctionContext(Instant now, ZoneId zone, String user) {}
