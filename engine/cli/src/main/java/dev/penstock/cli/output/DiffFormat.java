package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.comparison.Difference;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a comparison of two runs. */
public enum DiffFormat {
    TEXT {
        @Override
        void write(String title, List<Difference.Change> changes, Writer out) throws IOException {
            out.write(title + ": " + changes.size() + "\n");
            for (Difference.Change change : changes) {
                out.write("  "
                        + SafeText.line(change.subject().control() + "  "
                                + change.subject().place()) + "\n    "
                        + SafeText.line(change.before() + " -> " + change.after() + ": " + change.reason()) + "\n");
            }
        }
    },
    MD {
        @Override
        void write(String title, List<Difference.Change> changes, Writer out) throws IOException {
            out.write("## " + title + ": " + changes.size() + "\n\n");
            if (!changes.isEmpty()) {
                out.write("| Control | Resource | Before | After | Reason |\n|-|-|-|-|-|\n");
            }
            for (Difference.Change change : changes) {
                out.write("| " + MarkdownText.code(change.subject().control()) + " | "
                        + MarkdownText.code(change.subject().place()) + " | " + change.before() + " | "
                        + change.after() + " | " + MarkdownText.line(change.reason()) + " |\n");
            }
            out.write("\n");
        }
    },
    JSON {
        @Override
        public void write(Difference difference, Writer out) throws IOException {
            JsonGenerator json = PrettyJson.to(out, "  ");
            json.writeStartObject();
            array(json, "new", difference.fresh());
            array(json, "resolved", difference.resolved());
            array(json, "changed", difference.changed());
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        }

        @Override
        void write(String title, List<Difference.Change> changes, Writer out) {
            throw new IllegalStateException("JSON is written as a whole");
        }
    };

    /** Its name, as people type it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all formats. */
    public static List<String> names() {
        return Arrays.stream(values()).map(DiffFormat::text).toList();
    }

    /** The format of this name, in any case. */
    public static Optional<DiffFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Writes a comparison; the writer stays open. */
    public void write(Difference difference, Writer out) throws IOException {
        write("New alarms", difference.fresh(), out);
        write("Resolved alarms", difference.resolved(), out);
        write("Changed otherwise", difference.changed(), out);
    }

    abstract void write(String title, List<Difference.Change> changes, Writer out) throws IOException;

    private static void array(JsonGenerator json, String name, List<Difference.Change> changes) throws IOException {
        json.writeArrayFieldStart(name);
        for (Difference.Change change : changes) {
            json.writeStartObject();
            json.writeStringField("control", change.subject().control());
            json.writeStringField("resource", change.subject().resource());
            json.writeStringField("account_id", change.subject().account());
            json.writeStringField("region", change.subject().region());
            json.writeStringField("before", change.before());
            json.writeStringField("after", change.after());
            json.writeStringField("reason", change.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
