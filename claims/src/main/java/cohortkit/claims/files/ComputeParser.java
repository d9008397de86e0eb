package cohortkit.claims.files;

import cohortkit.core.Condition;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code NAME(ARGUMENT, ...) [STATEMENT] [from SOURCE] [where CONDITION]}. */
final class ComputeParser {

    private static final String FORM = "write NAME(ARGUMENT, ...), then, if needed, a statement such as '> 1' or"
            + " 'includes 1', then from SOURCE, then where CONDITION";

    private final String text;
    private int at;

    ComputeParser(String text) {
        this.text = text;
    }

    Compute compute() {
        skipSpaces();
        String function = word();
        if (function.isEmpty()) {
            throw problem("a function's name is missing");
        }
        skipSpaces();
        List<String> arguments = peek() == '(' ? arguments() : List.of();
        skipSpaces();
        Optional<Statement> statement = statement();
        skipSpaces();
        Optional<String> source = takeWord("from") ? Optional.of(source()) : Optional.empty();
        skipSpaces();
        Optional<Condition> where = Optional.empty();
        if (takeWord("where")) {
            where = Optional.of(condition());
        }
        if (at < text.length()) {
            throw problem("'" + text.substring(at) + "' is too much");
        }
        return new Compute(text.strip(), function, arguments, statement, source, where);
    }

    private Condition condition() {
        int start = at;
        at = text.length();
        try {
            return Condition.parse(text.substring(start));
        } catch (InputException e) {
            throw new InputException("in '" + text + "', after where: " + e.getMessage(), e);
        }
    }

    private List<String> arguments() {
        int open = at++;
        List<String> arguments = new ArrayList<>();
        int start = at;
        int depth = 0;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (depth > 0) {
                depth -= c == ')' || c == ']' ? 1 : 0;
            } else if (c == ',' || c == ')') {
                add(arguments, start, c);
                start = at + 1;
                if (c == ')') {
                    at++;
                    return arguments;
                }
            }
        }
        at = open;
        throw problem(quote == 0 ? "this parenthesis is not closed" : "a quotation after it does not end");
    }

    private void add(List<String> arguments, int start, char end) {
        String argument = text.substring(start, at).strip();
        if (!argument.isEmpty()) {
            arguments.add(argument);
        } else if (end == ',' || !arguments.isEmpty()) {
            throw problem("an argument is missing before '" + end + "'");
        }
    }

    private Optional<Statement> statement() {
        for (Statement.Relation relation : new Statement.Relation[] {
            Statement.Relation.AT_MOST, Statement.Relation.AT_LEAST, Statement.Relation.LESS, Statement.Relation.GREATER
        }) {
            if (text.startsWith(relation.sign(), at)) {
                at += relation.sign().length();
                return Optional.of(new Statement(relation, number()));
            }
        }
        for (Statement.Relation relation :
                new Statement.Relation[] {Statement.Relation.INCLUDES, Statement.Relation.EXCLUDES}) {
            if (takeWord(relation.sign())) {
                return Optional.of(new Statement(relation, number()));
            }
        }
        return Optional.empty();
    }

    private double number() {
        skipSpaces();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0)) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            at = start;
            throw problem("a number is missing");
        }
    }

    private String source() {
        skipSpaces();
        int start = at;
        if (peek() == '\'' || peek() == '"') {
            int end = text.indexOf(peek(), at + 1);
            if (end < 0) {
                throw problem("this quotation does not end");
            }
            at = end + 1;
            return text.substring(start + 1, end);
        }
        while (at < text.length() && !Character.isWhitespace(peek())) {
            at++;
        }
        if (at == start) {
            throw problem("a name is missing after from");
        }
        return text.substring(start, at);
    }

    private boolean takeWord(String word) {
        int end = at + word.length();
        boolean here = text.startsWith(word, at) && (end == text.length() || !Character.isLetter(text.charAt(end)));
        at = here ? end : at;
        return here;
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private InputException problem(String what) {
        return new InputException("cannot read '" + text + "' at character " + (at + 1) + ": " + what + "; " + FORM);
    }
}
