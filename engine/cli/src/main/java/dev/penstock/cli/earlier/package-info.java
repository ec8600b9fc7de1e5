/** Reports of earlier runs, read back: what this product and its peer write as json and as snapshot. */
@NullMarked
package dev.penstock.cli.earlier;

import org.jspecify.annotations.NullMarked;
