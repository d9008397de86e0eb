package cohortkit.core;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A question of one row, in words, with the answers yes, no and undecided: the rules of a codebook are made of it.
 *
 * <pre>{@code
 * var condition = Condition.parse("insomnia = 'yes' and not age < 65");
 * condition.variables()                // [insomnia, age]
 * condition.test(patients.row(0))      // Optional[false]
 * Condition.parse("age > 10").checkedAgainst(patients.codebook()).text()   // "age > 10"
 * }</pre>
 *
 * <p>Comparisons are {@code = == <> != < <= > >=} and {@code in ('a', 'b')}, joined by {@code and}, {@code or} and
 * {@code not}, which binds closest; {@code missing(x)} asks whether a value is missing. Values are variables (in
 * backquotes where the name is not a plain word), numbers, dates as {@code 2004-03-17} and text in single or double
 * quotes, with {@code + - * /} and parentheses: a date minus a date is a number of days, and days can be added to a date.
 * A level is named by its code or its label. Levels whose codes are all numbers may be ordered and calculated with.
 *
 * <p>A missing value leaves a comparison undecided, and a quotient by zero too; "no and undecided" is no, "yes or
 * undecided" is yes (Kleene 1952, Introduction to Metamathematics, section 64).
 */
public final class Condition {

    private final String text;
    private final Question question;
    private final Set<String> variables;

    private Condition(String text, ConditionParser parser) {
        this.text = text;
        this.question = parser.condition();
        this.variables = Collections.unmodifiableSet(new LinkedHashSet<>(parser.variables()));
    }

    /**
     * Reads a condition.
     *
     * @throws InputException if it does not parse; the message points at the place
     */
    public static Condition parse(String text) {
        String stripped = plainSpaces(text).strip();
        return new Condition(stripped, new ConditionParser(stripped));
    }

    /** Spreadsheets have unbreakable spaces and line breaks; outside quotes they mean no more than a space. */
    private static String plainSpaces(String text) {
        StringBuilder plain = new StringBuilder(text);
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    /** The condition as it was written, with plain spaces. */
    public String text() {
        return text;
    }

    /** Every variable that it reads, in the order of the text. */
    public Set<String> variables() {
        return variables;
    }

    /**
     * Whether it holds for a row; empty where missing values leave it undecided.
     *
     * @throws InputException as {@link #checkedAgainst(Codebook)}
     */
    public Optional<Boolean> test(Row row) {
        Truth answer = question.answer(Scope.of(row));
        return answer == Truth.UNDECIDED ? Optional.empty() : Optional.of(answer == Truth.YES);
    }

    /**
     * The same condition, once it is sure that it can be asked of every row of a codebook.
     *
     * @throws InputException if a variable or a level does not exist, or values are compared that cannot be, such as a
     *     date with text; the message points at the place
     */
    public Condition checkedAgainst(Codebook codebook) {
        question.answer(Scope.of(codebook));
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
