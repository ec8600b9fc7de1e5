/** The tables about the account as a whole and about who is calling, one class each. */
@NullMarked
package dev.penstock.tables.aws.account;

import org.jspecify.annotations.NullMarked;
