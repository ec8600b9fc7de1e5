package dev.penstock.spi;

import java.util.List;

/**
 * Accounts that are found by asking, each of which becomes a connection.
 *
 * @param management the connection that is asked, under the organization's name
 * @param role the name of the role that is assumed in each account
 * @param units the units whose accounts are taken, with all below them; all accounts if there is none
 * @param exclude accounts and units that are left out
 */
public record Organization(ConnectionConfig management, String role, List<String> units, List<String> exclude) {

    /** Copies the lists. */
    public Organization {
        units = List.copyOf(units);
        exclude = List.copyOf(exclude);
    }

    /** Its name, which is that of the schema over all its accounts. */
    public String name() {
        return management.name();
    }
}
