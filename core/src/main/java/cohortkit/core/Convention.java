package cohortkit.core;

import java.util.ArrayList;
import java.util.List;

/**
 * How an estimate was made, as data: two estimates agree only if their conventions are equal.
 *
 * <pre>{@code
 * var convention = Convention.of("ratio of two risks", "log Wald").withReference("rls = no");
 * convention.reference()   // "rls = no"
 * convention               // ratio of two risks; interval log Wald; reference rls = no
 * }</pre>
 *
 * @param estimator how the value was made, such as "conditional maximum likelihood"
 * @param interval how its limits were made, such as "Wilson"; empty without an interval
 * @param correction the continuity correction; empty if there is none
 * @param zeroCells what was done about empty cells; empty if nothing
 * @param reference the level against which others are compared; empty if there is none
 * @param denominator which rows the estimate rests on, such as "320 of 333 rows, complete in 2 variables"
 */
public record Convention(
        String estimator, String interval, String correction, String zeroCells, String reference, String denominator) {

    /** A convention without correction, rule for empty cells, reference level or stated denominator. */
    public static Convention of(String estimator, String interval) {
        return new Convention(estimator, interval, "", "", "", "");
    }

    /** The same with another interval method. */
    public Convention withInterval(String newInterval) {
        return new Convention(estimator, newInterval, correction, zeroCells, reference, denominator);
    }

    /** The same with a continuity correction. */
    public Convention withCorrection(String newCorrection) {
        return new Convention(estimator, interval, newCorrection, zeroCells, reference, denominator);
    }

    /** The same with a rule for empty cells. */
    public Convention withZeroCells(String newZeroCells) {
        return new Convention(estimator, interval, correction, newZeroCells, reference, denominator);
    }

    /** The same with a reference level. */
    public Convention withReference(String newReference) {
        return new Convention(estimator, interval, correction, zeroCells, newReference, denominator);
    }

    /** The same with a denominator. */
    public Convention withDenominator(String newDenominator) {
        return new Convention(estimator, interval, correction, zeroCells, reference, newDenominator);
    }

    /** One line that names all that is set. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(estimator);
        add(parts, "interval ", interval);
        add(parts, "correction ", correction);
        add(parts, "zero cells ", zeroCells);
        add(parts, "reference ", reference);
        add(parts, "n: ", denominator);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + value);
        }
    }
}
