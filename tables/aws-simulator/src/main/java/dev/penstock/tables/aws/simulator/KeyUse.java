package dev.penstock.tables.aws.simulator;

import java.time.Instant;

/**
 * The last request that an access key signed.
 *
 * @param date when
 * @param service namespace of the service, such as {@code s3}
 * @param region region of the request, such as {@code eu-central-1}
 */
public record KeyUse(Instant date, String service, String region) {}
