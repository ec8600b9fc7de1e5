package dev.penstock.cli.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed, in a file that several shells share: each adds its lines under a lock and takes over those that others
 * added. Only its owner can read it, because statements may hold what is nobody's business. A line that begins with a
 * blank is not kept.
 */
final class HistoryFile extends DefaultHistory {
    private static final int MOST_ENTRIES = 10_000;
    private static final Set<StandardOpenOption> READ_AND_WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;
    private final Consumer<String> trouble;
    private long read;
    private boolean broken;

    /**
     * A history.
     *
     * @param trouble hears once why it can't be kept
     */
    HistoryFile(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    @Override
    public void load() {
        exchange("");
    }

    @Override
    public void add(Instant time, String line) {
        int before = size();
        int last = before == 0 ? -1 : last();
        super.add(time, line);
        if (size() > before || (size() > 0 && last() != last)) {
            exchange(time.toEpochMilli() + ":" + escaped(get(last())) + "\n");
        }
    }

    @Override
    public void save() {
        // Each line is written when it is added.
    }

    /** Takes over what others wrote, and adds an entry. */
    private void exchange(String entry) {
        if (broken) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = open()) {
                // Closing the channel gives the lock back.
                channel.lock();
                takeOver(channel);
                if (!entry.isEmpty()) {
                    write(channel, channel.size(), entry);
                }
                read = channel.size();
            }
        } catch (IOException | SecurityException e) {
            broken = true;
            trouble.accept("what is typed is not kept: can't write " + file + ": " + e.getMessage());
        }
    }

    private FileChannel open() throws IOException {
        try {
            return FileChannel.open(
                    file,
                    READ_AND_WRITE,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            return FileChannel.open(file, READ_AND_WRITE);
        }
    }

    private void takeOver(FileChannel channel) throws IOException {
        if (channel.size() < read) {
            // Another shell shortened it; what was new in it is not known any more.
            read = channel.size();
        }
        var bytes = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, channel.size() - read));
        while (bytes.hasRemaining() && channel.read(bytes, read + bytes.position()) >= 0) {
            // until all is here
        }
        List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (read == 0 && lines.size() > MOST_ENTRIES + MOST_ENTRIES / 4) {
            lines = lines.subList(lines.size() - MOST_ENTRIES, lines.size());
            channel.truncate(0);
            write(channel, 0, String.join("\n", lines) + "\n");
        }
        lines.forEach(this::remember);
    }

    private void remember(String line) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).chars().allMatch(Character::isDigit) && colon < 19) {
            internalAdd(
                    Instant.ofEpochMilli(Long.parseLong(line.substring(0, colon))),
                    unescaped(line.substring(colon + 1)));
        }
    }

    private static void write(FileChannel channel, long position, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                c = line.charAt(i);
                text.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
