package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Results as octets and back. Texts are chars, so that also those that are no whole characters come back. */
final class ResultCodec {
    private ResultCodec() {}

    static byte[] encode(List<ControlResult> results) {
        ByteBuffer out =
                ByteBuffer.allocate(results.stream().mapToInt(ResultCodec::size).sum());
        for (ControlResult result : results) {
            write(out, result.status().text());
            write(out, result.reason());
            write(out, result.resource());
            out.putInt(result.dimensions().size());
            for (Dimension dimension : result.dimensions()) {
                write(out, dimension.key());
                write(out, dimension.value());
            }
        }
        return out.array();
    }

    private static int size(ControlResult result) {
        int size = Integer.BYTES + size(result.status().text()) + size(result.reason()) + size(result.resource());
        for (Dimension dimension : result.dimensions()) {
            size += size(dimension.key()) + size(dimension.value());
        }
        return size;
    }

    private static int size(String text) {
        return Integer.BYTES + Character.BYTES * text.length();
    }

    private static void write(ByteBuffer out, String text) {
        out.putInt(text.length());
        out.asCharBuffer().put(text);
        out.position(out.position() + Character.BYTES * text.length());
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
        in.position(in.position() + Character.BYTES * length);
        return text;
    }
}
