package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;

/** JSON for programs that people may also read. */
final class PrettyJson {
    private PrettyJson() {}

    /**
     * A generator that indents, with one blank behind each colon. Closed in the midst of a document, it leaves the
     * document open: closing the brackets would make it look whole.
     *
     * @param indent the blanks of one level
     */
    static JsonGenerator to(Writer out, String indent) throws IOException {
        var indenter = new DefaultIndenter(indent, "\n");
        return new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                .setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter));
    }
}
