package dev.penstock.tables.aws;

import software.amazon.awssdk.core.SdkPojo;

/**
 * What a service said of something, and the region that it was said in.
 *
 * @param <T> what was said
 */
public record InRegion<T extends SdkPojo>(String region, T facts) {}
