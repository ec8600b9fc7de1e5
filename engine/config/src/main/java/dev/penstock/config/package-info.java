/** Where settings come from: files and environment become connections. Uses the HCL reader and the SPI. */
@NullMarked
package dev.penstock.config;

import org.jspecify.annotations.NullMarked;
