package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.PermissionsPolicy;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Permissions;
import java.io.IOException;

/** {@code .permissions query}. */
record PermissionsCommand() implements DotCommand {
    @Override
    public String name() {
        return ".permissions";
    }

    @Override
    public String argument() {
        return "[query]";
    }

    @Override
    public String description() {
        return "Show the IAM policy that a query needs, or that the last one did. No call is made.";
    }

    @Override
    public boolean takesSql() {
        return true;
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        Permissions permissions = state.session().permissions(state.statement(argument, name()));
        if (permissions.needed().isEmpty() && permissions.optional().isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "the query calls nothing, so there is no policy");
        }
        new PermissionsPolicy(permissions.needed(), permissions.optional()).print(state.terminal());
    }
}
