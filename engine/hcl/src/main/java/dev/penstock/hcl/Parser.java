package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text to a body: blocks and attributes. */
public final class Parser {
    private final Source source;
    private final ExpressionParser expressions;

    private Parser(Source source) {
        this.source = source;
        this.expressions = new ExpressionParser(source);
    }

    /**
     * Reads a file.
     *
     * @param file its name in messages
     * @throws HclException at the first thing that is no HCL
     */
    public static Body parse(String file, String text) {
        var source = new Source(file, text);
        var parser = new Parser(source);
        Body body = parser.body();
        if (source.peek() != Source.END) {
            throw source.problem("a block or an attribute is needed here");
        }
        return body;
    }

    private Body body() {
        Map<String, Body.Attribute> attributes = new LinkedHashMap<>();
        List<Body.Block> blocks = new ArrayList<>();
        source.skip(true);
        while (source.atIdentifier()) {
            SourcePosition position = source.position();
            String name = source.identifier();
            source.skip(false);
            if (source.peek() == '=') {
                source.next();
                source.skip(false);
                var attribute = new Body.Attribute(name, expressions.expression(), position);
                if (attributes.putIfAbsent(name, attribute) != null) {
                    throw new HclException("the attribute " + name + " is set twice", position);
                }
            } else {
                blocks.add(block(name, position));
            }
            endOfItem();
        }
        return new Body(attributes, blocks);
    }

    private Body.Block block(String type, SourcePosition position) {
        List<String> labels = new ArrayList<>();
        while (source.peek() == '"' || source.atIdentifier()) {
            labels.add(source.peek() == '"' ? quotedLabel() : source.identifier());
            source.skip(false);
        }
        if (!source.take("{")) {
            throw source.problem("\"=\" or \"{\" is needed here, after " + type);
        }
        Body body = body();
        if (!source.take("}")) {
            throw source.problem("\"}\" is needed here, to end the block " + type + " of line " + position.line());
        }
        return new Body.Block(type, labels, body, position);
    }

    private String quotedLabel() {
        SourcePosition position = source.position();
        if (expressions.expression() instanceof Expression.Literal literal
                && literal.value() instanceof HclValue.Text text) {
            return text.value();
        }
        throw new HclException("a label can't hold an expression", position);
    }

    private void endOfItem() {
        source.skip(false);
        int next = source.peek();
        if (next != '\n' && next != '\r' && next != '}' && next != Source.END) {
            throw source.problem("a new line is needed here");
        }
        source.skip(true);
    }
}
