package dev.penstock.hcl;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes and blocks. What is broken is reported and passed over; what is sound around it is kept. */
final class BodyParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final boolean blocksEndInFirstColumn;
    private final boolean dottedNames;
    private boolean unclosed;

    /**
     * A parser of a file.
     *
     * @param blocksEndInFirstColumn whether a block header in the first column ends the blocks around it: right for a file
     *     in which a closing brace is missing, wrong for one that is merely not indented
     * @param dottedNames whether the name of an attribute may have a dot in it
     */
    BodyParser(TokenReader tokens, boolean blocksEndInFirstColumn, boolean dottedNames) {
        this.dottedNames = dottedNames;
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.blocksEndInFirstColumn = blocksEndInFirstColumn;
    }

    /** Whether the file ended inside of a block. */
    boolean unclosed() {
        return unclosed;
    }

    /** The body of a whole file. */
    Body file() {
        var items = new Items();
        while (!tokens.at(TokenType.END)) {
            if (tokens.at(TokenType.CLOSE_BRACE)) {
                tokens.problem("this brace closes nothing");
                tokens.read();
            } else {
                item(items);
            }
        }
        return items.body();
    }

    private void item(Items items) {
        if (tokens.take(TokenType.NEWLINE)) {
            return;
        }
        TokenReader.Mark mark = tokens.mark();
        try {
            attributeOrBlock(items);
        } catch (SyntaxException e) {
            tokens.passBrokenItem(mark);
        }
    }

    private void attributeOrBlock(Items items) {
        Token name = tokens.peek();
        if (!name.is(TokenType.IDENTIFIER)) {
            throw tokens.problem(
                    name,
                    "a block or an attribute is needed here, not " + name.type().description(),
                    name.is(TokenType.OPEN_QUOTE) ? "write the name of an attribute without quotes" : "");
        }
        tokens.read();
        if (dottedNames && tokens.take(TokenType.DOT)) {
            tokens.expect(TokenType.IDENTIFIER, "behind the dot");
        }
        Span whole = tokens.from(name.start());
        if (tokens.take(TokenType.EQUALS)) {
            items.add(attribute(name, whole), tokens);
            lineEnd("after the attribute " + tokens.text(name));
        } else {
            items.blocks.add(block(name));
        }
    }

    private void lineEnd(String where) {
        if (!tokens.at(TokenType.END) && !tokens.take(TokenType.NEWLINE)) {
            throw tokens.problem(
                    tokens.peek(),
                    "a new line is needed here, " + where,
                    tokens.at(TokenType.COMMA) ? "attributes have no commas between them" : "");
        }
    }

    private Attribute attribute(Token name, Span whole) {
        Expression value = expressions.expression();
        return new Attribute(whole.text(), value, whole, tokens.from(name.start()));
    }

    private Block block(Token type) {
        List<String> labels = new ArrayList<>();
        while (!tokens.at(TokenType.OPEN_BRACE)) {
            Token token = tokens.peek();
            switch (token.type()) {
                case OPEN_QUOTE -> labels.add(expressions.templates().label());
                case IDENTIFIER -> labels.add(tokens.text(tokens.read()));
                default ->
                    throw tokens.problem(
                            token,
                            labels.isEmpty()
                                    ? "\"=\" or \"{\" is needed here, after " + tokens.text(type)
                                    : "\"{\" is needed here, to begin the block " + tokens.text(type),
                            "");
            }
        }
        Span header = tokens.from(type.start());
        tokens.read();
        if (tokens.isDeepest()) {
            SyntaxException tooDeep = tokens.problem("blocks are nested deeper than anybody would write them");
            tokens.giveUp();
            throw tooDeep;
        }
        tokens.down();
        Body body = tokens.at(TokenType.NEWLINE) || tokens.at(TokenType.CLOSE_BRACE) || tokens.at(TokenType.END)
                ? inner(type)
                : onOneLine(type);
        tokens.up();
        return new Block(tokens.text(type), labels, body, header, tokens.from(type.start()));
    }

    /** What stands between the braces of a block, and its end. */
    private Body inner(Token type) {
        var items = new Items();
        while (!tokens.at(TokenType.CLOSE_BRACE)) {
            boolean lost = blocksEndInFirstColumn && tokens.beginsBlock();
            if (lost || tokens.at(TokenType.END)) {
                unclosed = unclosed || !tokens.gaveUp();
                throw notClosed(type);
            }
            item(items);
        }
        tokens.read();
        blockEnd(type);
        return items.body();
    }

    /** Reports the block, unless the file was left unread; a first reading ends here, as a second one will follow. */
    private SyntaxException notClosed(Token type) {
        String problem = "the block " + tokens.text(type) + " of line "
                + tokens.span(type).position().line() + " is not closed";
        if (!tokens.gaveUp()) {
            tokens.problems().add(tokens.span(type).problem(problem, "a \"}\" is missing below"));
        }
        if (!blocksEndInFirstColumn) {
            tokens.giveUp();
        }
        return new SyntaxException(problem);
    }

    /** A block on one line holds one attribute. */
    private Body onOneLine(Token type) {
        var items = new Items();
        Token name = tokens.expect(TokenType.IDENTIFIER, "an attribute or a new line");
        if (!tokens.take(TokenType.EQUALS)) {
            throw tokens.problem(
                    tokens.peek(),
                    "a block on one line can hold only an attribute",
                    "begin a new line after the brace");
        }
        items.add(attribute(name, tokens.span(name)), tokens);
        if (!tokens.take(TokenType.CLOSE_BRACE)) {
            throw tokens.problem(
                    tokens.peek(),
                    "\"}\" is needed here, to end the block " + tokens.text(type) + " on its line",
                    "put each attribute on a line of its own");
        }
        blockEnd(type);
        return items.body();
    }

    private void blockEnd(Token type) {
        if (tokens.at(TokenType.NEWLINE) || tokens.at(TokenType.END)) {
            return;
        }
        // The block itself is sound, so this must not lose it.
        tokens.problem("a new line is needed here, after the block " + tokens.text(type));
        tokens.passBrokenItem(tokens.mark());
    }

    /** What was read of a body so far. */
    private static final class Items {
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final List<Block> blocks = new ArrayList<>();

        void add(Attribute attribute, TokenReader tokens) {
            Attribute other = attributes.putIfAbsent(attribute.name(), attribute);
            if (other != null) {
                tokens.problems()
                        .add(attribute
                                .span()
                                .problem(
                                        "the attribute " + attribute.name() + " is set twice",
                                        "it is also in line " + other.position().line()));
            }
        }

        Body body() {
            return new Body(attributes, blocks);
        }
    }
}
