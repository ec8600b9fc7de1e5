package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Results as octets and back. Texts are chars, so that also those that are no whole characters come back. */
final class ResultCodec {
    private ResultCodec() {}

    static byte[] encode(List<ControlResult> results) {
        var octets = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(octets)) {
            for (ControlResult result : results) {
                write(out, result.status().text());
                write(out, result.reason());
                write(out, result.resource());
                out.writeInt(result.dimensions().size());
                for (Dimension dimension : result.dimensions()) {
                    write(out, dimension.key());
                    write(out, dimension.value());
                }
            }
        } catch (IOException e) {
            // Arrays don't fail.
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static List<ControlResult> decode(ByteBuffer in, int count) {
        var results = new ArrayList<ControlResult>(count);
        for (int i = 0; i < count; i++) {
            Status status = Status.of(text(in)).orElseThrow();
            String reason = text(in);
            String resource = text(in);
            int width = in.getInt();
            var dimensions = new ArrayList<Dimension>(width);
            for (int d = 0; d < width; d++) {
                dimensions.add(new Dimension(text(in), text(in)));
            }
            results.add(new ControlResult(status, reason, resource, dimensions));
        }
        return results;
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = in.asCharBuffer().subSequence(0, length).toString();
        in.position(in.position() + 2 * length);
        return text;
    }
}
