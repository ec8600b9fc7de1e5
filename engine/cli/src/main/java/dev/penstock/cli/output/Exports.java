package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that a report is written to: each is there whole, or as it was before. */
public final class Exports {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final List<Export> exports;

    private Exports(List<Export> exports) {
        this.exports = exports;
    }

    /**
     * What {@code --export} asks for: names of formats, whose files get names of their own, and names of files, whose
     * ends tell the format.
     *
     * @param values each a name or several of them, separated by commas
     * @throws EngineException with code INVALID_PARAMETER if a format is unknown or two files are the same; with
     *     FILE_ACCESS if a folder is not there. Nothing has been run by then
     */
    public static Exports of(List<String> values) {
        var exports = new ArrayList<Export>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                if (!name.isBlank()) {
                    add(export(name.strip()), exports);
                }
            }
        }
        return new Exports(exports);
    }

    private static void add(Export export, List<Export> exports) {
        if (exports.contains(export)) {
            return;
        }
        if (export.file() != null
                && exports.stream().anyMatch(other -> export.file().equals(other.file()))) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "--export writes " + export.file() + " twice; give it two names");
        }
        exports.add(export);
    }

    private static Export export(String name) {
        var named = CheckFormat.named(name).filter(format -> format.extension().isPresent());
        if (named.isPresent()) {
            return new Export(named.get(), null);
        }
        CheckFormat format = CheckFormat.ofFile(name).orElseThrow(() -> unknown(name));
        Path file = Path.of(name);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "--export " + name + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file)) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "--export " + name + " is a folder");
        }
        return new Export(format, file);
    }

    private static EngineException unknown(String name) {
        List<String> names = CheckFormat.names().stream()
                .filter(format -> !format.equals(CheckFormat.NONE.text()))
                .toList();
        return new EngineException(
                ErrorCode.INVALID_PARAMETER,
                "invalid export format \"" + name + "\"" + NearestName.hint(name, names) + "; formats are "
                        + String.join(", ", names) + ", or a file that ends as they do");
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return exports.isEmpty();
    }

    /** Whether a file is of this format. */
    public boolean has(CheckFormat format) {
        return exports.stream().anyMatch(export -> export.format() == format);
    }

    /**
     * Writes every file, in the current folder if it has no other. One that can't be written doesn't keep the others
     * from it.
     *
     * @param written hears of each file that is there
     * @throws EngineException with code FILE_ACCESS if any could not be written
     */
    public void write(CheckReport report, ReportSettings settings, Consumer<Path> written) {
        var failures = new ArrayList<String>();
        for (Export export : exports) {
            Path file = export.file() == null ? Path.of(fileName(export.format(), report, settings)) : export.file();
            try {
                write(file, export.format().renderer(settings.forFile()), report);
                written.accept(file);
            } catch (IOException e) {
                failures.add(file + " can't be written: " + e);
            }
        }
        if (!failures.isEmpty()) {
            throw new EngineException(ErrorCode.FILE_ACCESS, String.join("; ", failures));
        }
    }

    /** The name of a file that is not given one, as the peer makes it. */
    public static String fileName(CheckFormat format, CheckReport report, ReportSettings settings) {
        String target = report.roots().size() == 1
                ? report.roots().get(0).node().fullName()
                : "check." + settings.origin().mod();
        String time = TIME.format(report.ended().atZone(settings.origin().zone()));
        return target + "." + time + format.extension().orElse("");
    }

    private static void write(Path file, CheckRenderer renderer, CheckReport report) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device can't be replaced.
            write(Files.newOutputStream(file), renderer, report);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path begun = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(Files.newOutputStream(begun, StandardOpenOption.CREATE_NEW), renderer, report);
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static void write(OutputStream stream, CheckRenderer renderer, CheckReport report) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16)) {
            renderer.write(report, out);
        }
    }

    /**
     * One file.
     *
     * @param file its name; made of the target's name and the time if it is not given
     */
    private record Export(CheckFormat format, @Nullable Path file) {}
}
