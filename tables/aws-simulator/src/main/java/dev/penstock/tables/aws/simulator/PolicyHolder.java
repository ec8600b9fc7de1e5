package dev.penstock.tables.aws.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user, group or role: what policies can belong to. */
interface PolicyHolder {

    /** Its name, unique among its kind. */
    String name();

    /** Its unique identifier. */
    String id();

    /** Its embedded policies. */
    List<InlinePolicy> inlinePolicies();

    /** The ARNs of the managed policies attached to it. */
    List<String> attachedPolicies();

    /** The ARN of its permissions boundary; null when there is none. */
    @Nullable
    String boundary();
}
