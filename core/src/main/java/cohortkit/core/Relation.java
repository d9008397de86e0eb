package cohortkit.core;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;

/** How two values of a condition are compared. */
enum Relation {
    EQUAL("="),
    DIFFERENT("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    static Optional<Relation> of(String sign) {
        String one = sign.equals("==") ? "=" : sign.equals("!=") ? "<>" : sign;
        for (Relation relation : values()) {
            if (relation.sign.equals(one)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    private boolean isOrder() {
        return this != EQUAL && this != DIFFERENT;
    }

    /** Whether two values that are not missing stand in this relation; an error where they cannot. */
    boolean holds(Value left, Value right, Place place) {
        if (left instanceof Value.Day && right instanceof Value.Words words && words.quoted()) {
            return holds(left, date(words.text(), place), place);
        }
        if (right instanceof Value.Day && left instanceof Value.Words words && words.quoted()) {
            return holds(date(words.text(), place), right, place);
        }
        if (left instanceof Value.Day a && right instanceof Value.Day b) {
            return decides(Double.compare(a.day(), b.day()));
        }
        if (!isOrder() && (left instanceof Value.Coded || right instanceof Value.Coded)) {
            Optional<Boolean> same = left instanceof Value.Coded coded
                    ? sameLevel(coded, right, place)
                    : sameLevel((Value.Coded) right, left, place);
            if (same.isPresent()) {
                return same.get() == (this == EQUAL);
            }
        }
        OptionalDouble x = left.asNumber();
        OptionalDouble y = right.asNumber();
        if (x.isPresent() && y.isPresent()) {
            // The two zeros are one number.
            return decides(x.getAsDouble() == y.getAsDouble() ? 0 : Double.compare(x.getAsDouble(), y.getAsDouble()));
        }
        if (!isOrder() && left instanceof Value.Words a && right instanceof Value.Words b) {
            return a.text().equals(b.text()) == (this == EQUAL);
        }
        throw place.problem(problem(left, right));
    }

    private boolean decides(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    static Value.Day date(String text, Place place) {
        try {
            return Value.Day.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw place.problem("'" + text + "' is not a date such as 2004-03-17");
        }
    }

    /** By code or label where the other side is written in the condition, by code and label between two categories. */
    private static Optional<Boolean> sameLevel(Value.Coded coded, Value other, Place place) {
        Variable variable = coded.variable();
        if (other instanceof Value.Coded second) {
            requireSameMeaning(variable, second.variable(), place);
            return Optional.of(coded.code().equals(second.code()));
        }
        String written = other instanceof Value.Words words && words.quoted()
                ? words.text()
                : other instanceof Value.Numeric number ? number.written() : "";
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int index = variable.levelIndex(written)
                .orElseThrow(() -> place.problem(variable.unknownLevel(written).getMessage()));
        return Optional.of(variable.levels().get(index).code().equals(coded.code()));
    }

    private static void requireSameMeaning(Variable one, Variable other, Place place) {
        int common = 0;
        for (Level level : one.levels()) {
            for (Level second : other.levels()) {
                boolean sameCode = level.code().equals(second.code());
                if (sameCode && !level.label().equals(second.label())) {
                    throw place.problem("the code " + level.code() + " is " + level.label() + " of '" + one.name()
                            + "' and " + second.label() + " of '" + other.name() + "'; they cannot be compared");
                }
                common += sameCode ? 1 : 0;
            }
        }
        if (common == 0) {
            throw place.problem("'" + one.name() + "' and '" + other.name() + "' have no level in common");
        }
    }

    private String problem(Value left, Value right) {
        String plain = left.described() + " " + sign + " " + right.described();
        if (left instanceof Value.Words && right instanceof Value.Words) {
            return "text has no order; only = and <> can be asked of it";
        }
        if (left instanceof Value.Coded || right instanceof Value.Coded) {
            return plain + " cannot be decided; "
                    + (isOrder()
                            ? "only levels whose codes are all numbers have an order"
                            : "name a level, such as = '" + levelOf(left, right) + "'");
        }
        return plain + " cannot be decided; " + advice(left, right);
    }

    private static String advice(Value left, Value right) {
        if (isQuoted(left) || isQuoted(right)) {
            return "write numbers without quotes";
        }
        return left instanceof Value.Words || right instanceof Value.Words
                ? "compare text with 'text in quotes'"
                : "compare dates with dates and numbers with numbers";
    }

    private static boolean isQuoted(Value value) {
        return value instanceof Value.Words words && words.quoted();
    }

    private static String levelOf(Value left, Value right) {
        Value.Coded coded = left instanceof Value.Coded one ? one : (Value.Coded) right;
        return coded.variable().reference().code();
    }
}
