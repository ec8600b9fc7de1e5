package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results as octets and back. Texts are chars, so that also those that are no whole characters come back. */
final class ResultCodec {
    private ResultCodec() {}

    static byte[] encode(List<ControlResult> results) {
        ByteBuffer out =
                ByteBuffer.allocate(results.stream().mapToInt(ResultCodec::size).sum());
        for (ControlResult result : results) {
            write(out, result.status().name());
            write(out, result.reason());
            write(out, result.resource());
            out.putInt(result.dimensions().size());
            for (Dimension dimension : result.dimensions()) {
                write(out, dimension.key());
                write(out, dimension.value());
            }
            out.putInt(result.decision().isPresent() ? 1 : 0);
            result.decision().ifPresent(decision -> write(out, decision));
        }
        return out.array();
    }

    private static void write(ByteBuffer out, Decision decision) {
        texts(decision).forEach(text -> write(out, text));
        out.putInt(decision.expired() ? 1 : 0);
    }

    private static List<String> texts(Decision decision) {
        return List.of(
                decision.kind().name(),
                decision.name(),
                decision.by(),
                decision.text(),
                decision.made().map(LocalDate::toString).orElse(""),
                decision.expires().toString());
    }

    private static int size(ControlResult result) {
        int size = 2 * Integer.BYTES + size(result.status().name()) + size(result.reason()) + size(result.resource());
        for (Dimension dimension : result.dimensions()) {
            size += size(dimension.key()) + size(dimension.value());
        }
        return size + result.decision().map(ResultCodec::size).orElse(0);
    }

    private static int size(Decision decision) {
        return Integer.BYTES
                + texts(decision).stream().mapToInt(ResultCodec::size).sum();
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
            Status status = Status.valueOf(text(in));
            String reason = text(in);
            String resource = text(in);
            int width = in.getInt();
            var dimensions = new ArrayList<Dimension>(width);
            for (int d = 0; d < width; d++) {
                dimensions.add(new Dimension(text(in), text(in)));
            }
            Optional<Decision> decision = in.getInt() == 0 ? Optional.empty() : Optional.of(decision(in));
            results.add(new ControlResult(status, reason, resource, dimensions, decision));
        }
        return results;
    }

    private static Decision decision(ByteBuffer in) {
        var kind = Decision.Kind.valueOf(text(in));
        String name = text(in);
        String by = text(in);
        String text = text(in);
        String made = text(in);
        LocalDate expires = LocalDate.parse(text(in));
        boolean expired = in.getInt() == 1;
        return new Decision(
                kind,
                name,
                by,
                text,
                made.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(made)),
                expires,
                expired);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = in.asCharBuffer().subSequence(0, length).toString();
        in.position(in.position() + Character.BYTES * length);
        return text;
    }
}
