package dev.penstock.config;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds and reads the files of a configuration: those that are named, or else {@code .penstock/config/*.hcl} below the
 * home folder and the peer's {@code .steampipe/config/*.spc}. What the former define wins over the latter.
 */
public final class ConfigurationFiles {
    private final Set<String> plugins;
    private final int inFlight;

    /**
     * A reader.
     *
     * @param plugins the names of the plugins that are here
     * @param inFlight calls under way at once for each connection
     */
    public ConfigurationFiles(Set<String> plugins, int inFlight) {
        this.plugins = Set.copyOf(plugins);
        this.inFlight = inFlight;
    }

    /**
     * The configuration of these files and folders; of folders every {@code .hcl} and {@code .spc} file.
     *
     * @throws EngineException with code FILE_ACCESS or INVALID_CONFIGURATION, naming file and place
     */
    public Configuration read(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new EngineException(ErrorCode.FILE_ACCESS, "the configuration " + path + " does not exist");
            }
            files.addAll(Files.isDirectory(path) ? inFolder(path, ".hcl", ".spc") : List.of(path));
        }
        return assembled(bodies(files), List.of());
    }

    /** The configuration below a home folder; the default connection if it holds none. */
    public Configuration readHome(Path home) {
        return assembled(
                bodies(inFolder(home.resolve(".penstock/config"), ".hcl")),
                bodies(inFolder(home.resolve(".steampipe/config"), ".spc")));
    }

    private Configuration assembled(List<Body> own, List<Body> peers) {
        var assembly = new Assembly(plugins, inFlight);
        own.forEach(assembly::declarePlugins);
        peers.forEach(assembly::declarePlugins);
        own.forEach(body -> assembly.add(body, false));
        peers.forEach(body -> assembly.add(body, true));
        return assembly.configuration();
    }

    private static List<Path> inFolder(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Stream.of(endings)
                            .anyMatch(
                                    ending -> String.valueOf(file.getFileName()).endsWith(ending)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static List<Body> bodies(List<Path> files) {
        return files.stream().map(ConfigurationFiles::body).toList();
    }

    private static Body body(Path file) {
        Parsed<Body> parsed;
        try {
            parsed = Parser.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!parsed.diagnostics().isEmpty()) {
            throw invalid(parsed.diagnostics());
        }
        return parsed.value();
    }

    private static EngineException unreadable(Path path, IOException cause) {
        return new EngineException(
                ErrorCode.FILE_ACCESS, "the configuration " + path + " can't be read: " + cause.getMessage(), cause);
    }

    /** All that is wrong, on one line: the first thing whole. */
    static EngineException invalid(List<Diagnostic> found) {
        String more = found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more)";
        return new EngineException(
                ErrorCode.INVALID_CONFIGURATION, found.get(0).message().replaceAll("\\s+", " ") + more);
    }
}
