package dev.penstock.tables.aws.simulator;

/** What the account summary tells of the root user. */
record RootUser(boolean mfaEnabled, boolean hasAccessKeys) {}
