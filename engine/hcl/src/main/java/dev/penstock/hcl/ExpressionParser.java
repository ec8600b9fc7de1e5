package dev.penstock.hcl;

import dev.penstock.hcl.Expression.Operand;
import dev.penstock.hcl.Expression.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditionals, operators, and steps into values. */
final class ExpressionParser {
    private final TokenReader tokens;
    private final TermParser terms;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
        this.terms = new TermParser(tokens, this);
    }

    TemplateParser templates() {
        return terms.templates();
    }

    /** The names of a loop, and {@code in}. */
    TermParser.Names names() {
        return terms.names();
    }

    /** One expression. */
    Expression expression() {
        tokens.down();
        int start = tokens.peek().start();
        Expression condition = operation(1);
        if (tokens.take(TokenType.QUESTION)) {
            Expression whenTrue = expression();
            tokens.expect(TokenType.COLON, "between the two values of a condition");
            Expression whenFalse = expression();
            condition = new Expression.Conditional(condition, whenTrue, whenFalse, tokens.from(start));
        }
        tokens.up();
        return condition;
    }

    /** Operators that bind at least as tightly as {@code precedence}. */
    private Expression operation(int precedence) {
        int start = tokens.peek().start();
        Expression left = withSteps();
        Optional<Operator> operator = Operator.between(tokens.peek().type());
        while (operator.isPresent() && operator.get().precedence() >= precedence) {
            int level = operator.get().precedence();
            List<Operand> others = new ArrayList<>();
            while (operator.isPresent() && operator.get().precedence() == level) {
                tokens.read();
                others.add(new Operand(operator.get(), operation(level + 1)));
                operator = Operator.between(tokens.peek().type());
            }
            left = new Expression.Operation(left, others, tokens.from(start));
        }
        return left;
    }

    /** A term and the steps behind it. */
    Expression withSteps() {
        int start = tokens.peek().start();
        Expression term = terms.term();
        List<Step> steps = steps();
        if (steps.isEmpty()) {
            return term;
        }
        if (term instanceof Expression.Traversal traversal) {
            return new Expression.Traversal(traversal.root(), steps, tokens.from(start));
        }
        return new Expression.Access(term, steps, tokens.from(start));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (true) {
            int start = tokens.peek().start();
            if (tokens.take(TokenType.DOT)) {
                steps.add(tokens.at(TokenType.STAR) ? attributeSplat(start) : dotted(start));
            } else if (tokens.take(TokenType.OPEN_BRACKET)) {
                if (tokens.at(TokenType.STAR)) {
                    tokens.read();
                    tokens.expect(TokenType.CLOSE_BRACKET, "behind the star");
                    steps.add(fullSplat(start));
                    return steps;
                }
                steps.add(index(start));
            } else {
                return steps;
            }
        }
    }

    /** Takes all further steps into each element. */
    private Step fullSplat(int start) {
        tokens.down();
        List<Step> each = steps();
        tokens.up();
        return new Step.Splat(each, tokens.from(start));
    }

    /** Takes the names that follow into each element; an index after them is one into the result. */
    private Step attributeSplat(int start) {
        tokens.read();
        List<Step> each = new ArrayList<>();
        while (tokens.at(TokenType.DOT)) {
            int dot = tokens.read().start();
            each.add(dotted(dot));
        }
        return new Step.Splat(each, tokens.from(start));
    }

    /** What follows a dot: a name, or a number as an index. */
    private Step dotted(int start) {
        Token token = tokens.peek();
        if (token.is(TokenType.IDENTIFIER)) {
            tokens.read();
            return new Step.Attribute(Normal.form(tokens.text(token)), tokens.from(start));
        }
        if (token.is(TokenType.NUMBER)) {
            String number = tokens.text(token);
            if (number.indexOf('.') >= 0) {
                throw tokens.problem(
                        token,
                        "two indexes behind dots can't follow one another",
                        "write [" + number.replaceAll("\\.+", "][") + "]");
            }
            return new Step.Index(terms.number(), tokens.from(start));
        }
        throw tokens.problem(
                token,
                "a name is needed here, after the dot",
                token.is(TokenType.STAR) ? "use [*] instead of the splats with dots" : "");
    }

    private Step index(int start) {
        tokens.linesMatter(false);
        Expression key = expression();
        tokens.expect(TokenType.CLOSE_BRACKET, "to end the index");
        tokens.linesMatterAsBefore();
        return new Step.Index(key, tokens.from(start));
    }
}
