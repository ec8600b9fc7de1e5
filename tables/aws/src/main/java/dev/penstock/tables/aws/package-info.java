/**
 * The AWS plugin: connections with credentials of every kind that the AWS CLI knows, a guard that lets only declared
 * read-only actions pass, and what all tables share. Uses the SPI and the AWS SDK.
 */
@NullMarked
package dev.penstock.tables.aws;

import org.jspecify.annotations.NullMarked;
