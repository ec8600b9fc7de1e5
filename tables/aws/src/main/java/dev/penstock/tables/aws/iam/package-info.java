/** The tables of AWS Identity and Access Management, one class each. */
@NullMarked
package dev.penstock.tables.aws.iam;

import org.jspecify.annotations.NullMarked;
