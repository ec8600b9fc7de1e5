package dev.penstock.spi.table;

/**
 * The call that tells which account a connection reaches. Tables whose columns need the same operation share its answer.
 *
 * @param operation has one answer
 * @param account takes the account's number out of it
 */
public record AccountCall<C, A>(Operation<C, A> operation, Extractor<A, String> account) {}
