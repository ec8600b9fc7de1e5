/** Measurements of the scan path and of whole runs, on the simulator. */
@NullMarked
package dev.penstock.benchmarks;

import org.jspecify.annotations.NullMarked;
