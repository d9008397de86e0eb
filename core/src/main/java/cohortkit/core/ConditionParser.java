package cohortkit.core;

import cohortkit.core.ConditionToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recursive descent over the words of a condition: or, and, not, comparison, sum, product, sign, value. */
final class ConditionParser {

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in");
    private static final int DEEPEST = 200;

    private final List<ConditionToken> tokens;
    private final Set<String> variables = new LinkedHashSet<>();
    private int at;
    private int depth;

    ConditionParser(String text) {
        this.tokens = new ConditionLexer(text).tokens();
    }

    /** Both kinds of parts, since a bracket opens either. */
    private record Part(Question question, Term term, ConditionToken first) {

        Question asQuestion(ConditionToken next) {
            if (question == null) {
                throw next.place().parseProblem("expected a comparison such as = or <, " + next.found());
            }
            return question;
        }

        Term asTerm() {
            if (term == null) {
                throw first.place().parseProblem("expected a value, found a condition");
            }
            return term;
        }
    }

    Question condition() {
        Question question = or().asQuestion(next());
        if (next().kind() != Kind.END) {
            throw error("expected and, or or the end");
        }
        return question;
    }

    Set<String> variables() {
        return variables;
    }

    private Part or() {
        ConditionToken first = next();
        Part part = and();
        while (acceptWord("or")) {
            Question left = part.asQuestion(tokens.get(at - 1));
            Question right = and().asQuestion(next());
            part = new Part(new Question.Joined(left, Question.Joint.OR, right), null, first);
        }
        return part;
    }

    private Part and() {
        ConditionToken first = next();
        Part part = not();
        while (acceptWord("and")) {
            Question left = part.asQuestion(tokens.get(at - 1));
            Question right = not().asQuestion(next());
            part = new Part(new Question.Joined(left, Question.Joint.AND, right), null, first);
        }
        return part;
    }

    private Part not() {
        ConditionToken first = next();
        if (acceptWord("not")) {
            return nested(() -> new Part(new Question.Not(not().asQuestion(next())), null, first));
        }
        return comparison();
    }

    private Part comparison() {
        Part left = sum();
        ConditionToken sign = next();
        boolean negated = sign.isWord("not") && tokens.get(at + 1).isWord("in");
        at += negated ? 1 : 0;
        if (acceptWord("in")) {
            Question in = new Question.Membership(left.asTerm(), items());
            return new Part(negated ? new Question.Not(in) : in, null, left.first());
        }
        Optional<Relation> relation = sign.kind() == Kind.SIGN ? Relation.of(sign.text()) : Optional.empty();
        if (relation.isEmpty()) {
            return left;
        }
        at++;
        Term right = sum().asTerm();
        return new Part(
                new Question.Comparison(left.asTerm(), relation.get(), right, sign.place()), null, left.first());
    }

    private List<Question.Membership.Item> items() {
        expect("(");
        List<Question.Membership.Item> items = new ArrayList<>();
        do {
            ConditionToken token = next();
            if (!(sign().asTerm() instanceof Term.Literal literal)) {
                throw token.place().parseProblem("expected a number, a date or 'text in quotes', " + token.found());
            }
            items.add(new Question.Membership.Item(literal.constant(), token.place()));
        } while (acceptSign(","));
        expect(")");
        return items;
    }

    private Part sum() {
        Part part = product();
        while (next().isSign("+") || next().isSign("-")) {
            part = arithmetic(part, product(tokens.get(at++)));
        }
        return part;
    }

    private Part product() {
        Part part = sign();
        while (next().isSign("*") || next().isSign("/")) {
            ConditionToken operator = tokens.get(at++);
            part = arithmetic(part, new Operation(operator, sign()));
        }
        return part;
    }

    private record Operation(ConditionToken operator, Part right) {}

    private Operation product(ConditionToken operator) {
        return new Operation(operator, product());
    }

    private static Part arithmetic(Part left, Operation operation) {
        ConditionToken operator = operation.operator();
        Term term = new Term.Arithmetic(
                left.asTerm(),
                Term.Operator.of(operator.text()),
                operation.right().asTerm(),
                operator.place());
        return new Part(null, term, left.first());
    }

    private Part sign() {
        ConditionToken first = next();
        if (!acceptSign("-")) {
            return value();
        }
        Term term = nested(this::sign).asTerm();
        if (term instanceof Term.Literal literal && literal.constant() instanceof Value.Numeric number) {
            return new Part(null, new Term.Literal(new Value.Numeric(-number.number(), "-" + number.written())), first);
        }
        Term zero = new Term.Literal(Value.Numeric.of(0));
        return new Part(null, new Term.Arithmetic(zero, Term.Operator.MINUS, term, first.place()), first);
    }

    private Part value() {
        ConditionToken token = next();
        if (acceptSign("(")) {
            Part inside = nested(this::or);
            expect(")");
            return new Part(inside.question(), inside.term(), token);
        }
        boolean reserved = token.kind() == Kind.WORD && RESERVED.stream().anyMatch(token::isWord);
        if (reserved || token.kind() == Kind.SIGN || token.kind() == Kind.END) {
            throw error("expected a variable, a number, a date or 'text in quotes'");
        }
        at++;
        if (token.isWord("missing") && acceptSign("(")) {
            Term.Reference variable = variable(next());
            at++;
            expect(")");
            return new Part(new Question.IsMissing(variable), null, token);
        }
        return new Part(null, term(token), token);
    }

    private Term term(ConditionToken token) {
        return switch (token.kind()) {
            case NUMBER -> new Term.Literal(new Value.Numeric(Double.parseDouble(token.text()), token.text()));
            case TEXT -> new Term.Literal(new Value.Words(token.text(), true));
            case DATE -> new Term.Literal(Relation.date(token.text(), token.place()));
            default -> variable(token);
        };
    }

    private Term.Reference variable(ConditionToken token) {
        if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_NAME) {
            throw token.place().parseProblem("expected a variable, " + token.found());
        }
        if (token.kind() == Kind.WORD && next().isSign("(")) {
            throw token.place().parseProblem("there is no '" + token.text() + "(...)'; only missing(x)");
        }
        variables.add(token.text());
        return new Term.Reference(token.text(), token.place());
    }

    private Part nested(java.util.function.Supplier<Part> inside) {
        if (++depth > DEEPEST) {
            throw error("more than " + DEEPEST + " brackets or signs inside one another");
        }
        Part part = inside.get();
        depth--;
        return part;
    }

    private ConditionToken next() {
        return tokens.get(at);
    }

    private boolean acceptWord(String word) {
        boolean accepted = next().isWord(word);
        at += accepted ? 1 : 0;
        return accepted;
    }

    private boolean acceptSign(String sign) {
        boolean accepted = next().isSign(sign);
        at += accepted ? 1 : 0;
        return accepted;
    }

    private void expect(String sign) {
        if (!acceptSign(sign)) {
            throw error("expected '" + sign + "'");
        }
    }

    private InputException error(String problem) {
        return next().place().parseProblem(problem + ", " + next().found());
    }
}
