package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The results of a run: in memory as long as they are few, the others in a file that is gone when the store closes. */
final class ResultStore implements AutoCloseable {
    private final long mostBytes;
    private final AtomicLong heldBytes = new AtomicLong();
    private @Nullable FileChannel file;
    private long end;

    /**
     * An empty store.
     *
     * @param mostBytes what may be in memory; an estimate, not a measurement
     */
    ResultStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether so many bytes more may stay in memory; then they count. */
    boolean admits(long bytes) {
        if (heldBytes.addAndGet(bytes) <= mostBytes) {
            return true;
        }
        heldBytes.addAndGet(-bytes);
        return false;
    }

    /** Puts results into the file. */
    synchronized Segment write(List<ControlResult> results) {
        byte[] octets = ResultCodec.encode(results);
        try {
            FileChannel channel = opened();
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            long at = end;
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            return new Segment(channel, at, octets.length, results.size());
        } catch (IOException e) {
            throw new EngineException(
                    ErrorCode.FILE_ACCESS, "can't keep results in a file of the folder for temporary files: " + e, e);
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel known = file;
        if (known != null) {
            return known;
        }
        Path path = Files.createTempFile("penstock-results", ".tmp");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        file = channel;
        return channel;
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new EngineException(ErrorCode.FILE_ACCESS, "can't remove the file of results: " + e, e);
            }
        }
    }

    /** Some results in the file. */
    record Segment(FileChannel file, long at, int octets, int count) {

        List<ControlResult> read() {
            ByteBuffer buffer = ByteBuffer.allocate(octets);
            try {
                while (buffer.hasRemaining()) {
                    if (file.read(buffer, at + buffer.position()) < 0) {
                        throw new IOException("it ends too early");
                    }
                }
            } catch (IOException e) {
                throw new EngineException(ErrorCode.FILE_ACCESS, "can't read the file of results: " + e, e);
            }
            return ResultCodec.decode(buffer.flip(), count);
        }
    }
}
