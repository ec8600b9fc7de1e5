/** Contracts and fakes for the tests of every module. Never on a run-time class path. */
@NullMarked
package dev.penstock.testkit;

import org.jspecify.annotations.NullMarked;
