package cohortkit.claims.files;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;

/**
 * What words say of an estimate: that it is above or below a number, or that its interval holds a number or does not.
 *
 * @param relation how the estimate stands to the number
 * @param number on the measure's own scale
 */
record Statement(Relation relation, double number) {

    /** How an estimate stands to a number. */
    enum Relation {
        LESS("<"),
        GREATER(">"),
        AT_MOST("<="),
        AT_LEAST(">="),
        INCLUDES("includes"),
        EXCLUDES("excludes");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean isOfInterval() {
            return this == INCLUDES || this == EXCLUDES;
        }
    }

    boolean holds(Estimate estimate) {
        if (relation.isOfInterval()) {
            Interval interval = estimate.interval();
            if (!interval.exists()) {
                throw new InputException("'" + this + "' needs an interval, and " + estimate + " has none");
            }
            return interval.contains(number) == (relation == Relation.INCLUDES);
        }
        return holds(estimate.value());
    }

    /** NaN holds nothing. */
    boolean holds(double x) {
        return switch (relation) {
            case LESS -> x < number;
            case GREATER -> x > number;
            case AT_MOST -> x <= number;
            case AT_LEAST -> x >= number;
            case INCLUDES, EXCLUDES ->
                throw new InputException("'" + this + "' needs an interval; a value alone has none");
        };
    }

    @Override
    public String toString() {
        return relation.sign() + " " + DisplayNumber.shortest(number);
    }
}
