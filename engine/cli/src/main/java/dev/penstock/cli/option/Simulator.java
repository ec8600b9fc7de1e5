package dev.penstock.cli.option;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.spi.ToolProvider;

/** The simulator, which is there at run time only. */
public final class Simulator implements AutoCloseable {
    private static final String TOOL = "dev.penstock.tables.aws.simulator.AwsSimulatorTool";

    private final ToolProvider tool;
    private final URI endpoint;

    private Simulator(ToolProvider tool, URI endpoint) {
        this.tool = tool;
        this.endpoint = endpoint;
    }

    /**
     * A running simulator.
     *
     * @param arguments as the tool takes them, such as {@code --estate users:100}
     * @throws EngineException if the arguments are wrong or the port is taken
     */
    public static Simulator start(List<String> arguments) {
        ToolProvider tool = tool();
        var out = new StringWriter();
        var err = new StringWriter();
        int code = tool.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        if (code != 0) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, err.toString().strip());
        }
        return new Simulator(tool, URI.create(out.toString().strip()));
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** Ends it: a process waits for threads that are in the midst of the system's calls. */
    @Override
    public void close() {
        if (tool instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new EngineException(ErrorCode.INTERNAL, "the simulator can't be stopped: " + e, e);
            }
        }
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
