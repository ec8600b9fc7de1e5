package dev.penstock.tables.aws.simulator;

/**
 * What to answer, and how long after the request.
 *
 * @param status HTTP status; 0 closes the connection instead of answering
 * @param contentType of the body
 * @param body XML or JSON
 * @param requestId goes into a header
 * @param delayNanos how long the answer is held back
 */
record HttpReply(int status, String contentType, String body, String requestId, long delayNanos) {}
