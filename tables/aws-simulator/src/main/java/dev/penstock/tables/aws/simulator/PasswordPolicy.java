package dev.penstock.tables.aws.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What the account demands of passwords.
 *
 * @param minimumLength characters
 * @param symbols whether a symbol is needed
 * @param numbers whether a digit is needed
 * @param upperCase whether a capital letter is needed
 * @param lowerCase whether a small letter is needed
 * @param maxAgeDays when a password ends; null when it never does
 * @param reusePrevention how many older passwords cannot be used again; null when all can
 * @param hardExpiry whether an ended password locks its user out; null when nothing was said
 */
public record PasswordPolicy(
        int minimumLength,
        boolean symbols,
        boolean numbers,
        boolean upperCase,
        boolean lowerCase,
        @Nullable Integer maxAgeDays,
        @Nullable Integer reusePrevention,
        @Nullable Boolean hardExpiry) {}
