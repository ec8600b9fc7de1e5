package dev.penstock.controls.model;

import java.util.List;

/**
 * One command that helps to repair what a control found.
 *
 * @param resource what it repairs, as the control names it
 * @param account whose account it changes; empty if the query doesn't say
 * @param step what it does, and why
 * @param command its words, not quoted
 */
public record RepairStep(String resource, String account, String step, List<String> command) {

    /** Copies the words. */
    public RepairStep {
        command = List.copyOf(command);
    }

    /** Whether it is about a resource of an account. One resource may be in several: a policy of AWS is in all. */
    public boolean repairs(String itsResource, String itsAccount) {
        return resource.equals(itsResource)
                && (account.isEmpty() || itsAccount.isEmpty() || account.equals(itsAccount));
    }
}
