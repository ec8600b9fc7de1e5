/**
 * Runs table scans: picks the calls, walks their pages, paces, retries, counts and remembers them, and gives rows of
 * canonical values. Uses the SPI and a cache; knows no SQL and no service.
 */
@NullMarked
package dev.penstock.scan;

import org.jspecify.annotations.NullMarked;
