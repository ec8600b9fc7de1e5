package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.spi.ToolProvider;

/** Starts the simulator, which is there at run time only and lives until the process ends. */
public final class Simulator {
    private static final String TOOL = "dev.penstock.tables.aws.simulator.AwsSimulatorTool";

    private Simulator() {}

    /**
     * A running simulator.
     *
     * @param arguments as the tool takes them, such as {@code --estate users:100}
     * @return where it listens
     * @throws EngineException if the arguments are wrong or the port is taken
     */
    public static URI start(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = tool().run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        if (code != 0) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, err.toString().strip());
        }
        return URI.create(out.toString().strip());
    }

    /** By name: looking tools up costs more than starting this one. */
    private static ToolProvider tool() {
        try {
            return Class.forName(TOOL)
                    .asSubclass(ToolProvider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new EngineException(ErrorCode.INTERNAL, "the simulator is not on the class path", e);
        }
    }
}
