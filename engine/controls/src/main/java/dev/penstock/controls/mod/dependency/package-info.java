/** The mods that a mod requires: which versions fit, where they are, how they are fetched with git. */
@NullMarked
package dev.penstock.controls.mod.dependency;

import org.jspecify.annotations.NullMarked;
