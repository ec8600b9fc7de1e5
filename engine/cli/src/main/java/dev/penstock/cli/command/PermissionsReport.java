package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.output.PermissionsPolicy;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Permissions;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;

/** The permissions that statements need, printed without a call. */
final class PermissionsReport {
    static final String OPTION = "--permissions";
    static final String DESCRIPTION =
            "Make no call; print the IAM policy that allows every call which may be needed, and apart from these the calls that are optional.";

    private PermissionsReport() {}

    /**
     * Prints the policy. What can't be planned is warned of, because the policy then lacks something.
     *
     * @param statements SQL by the name under which it is warned of
     * @return the exit code
     */
    static int print(Session session, Map<String, String> statements, Terminal terminal) throws IOException {
        var needed = new TreeSet<String>();
        var optional = new TreeSet<String>();
        boolean whole = true;
        for (Map.Entry<String, String> text : statements.entrySet()) {
            for (String statement : session.statements(text.getValue())) {
                try {
                    Permissions permissions = session.permissions(statement);
                    needed.addAll(permissions.needed());
                    optional.addAll(permissions.optional());
                } catch (EngineException e) {
                    whole = false;
                    terminal.warning(text.getKey() + " is left out: " + e.getMessage());
                }
            }
        }
        optional.removeAll(needed);
        if (needed.isEmpty() && optional.isEmpty()) {
            if (whole) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "nothing here calls anything, so there is no policy");
            }
            return ExitCode.ERROR;
        }
        new PermissionsPolicy(needed, optional).print(terminal);
        return whole ? ExitCode.OK : ExitCode.ERROR;
    }
}
