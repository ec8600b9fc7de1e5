package dev.penstock.tables.aws.simulator;

import java.time.Instant;

/**
 * A second factor of a user.
 *
 * @param serialNumber ARN of a virtual device, or the number of a hardware one
 * @param enabled since when
 */
public record MfaDevice(String serialNumber, Instant enabled) {}
