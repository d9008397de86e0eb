package cohortkit.claims.arithmetic;

import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedFigure;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Scale;

/**
 * Whether an estimate lies in the middle of its limits: the geometric middle for ratios, the arithmetic one for
 * differences and coefficients. Outside the limits is a contradiction; off the middle is an interval of another kind than
 * Wald's (exact, profile, bootstrap), or a misprint, and the verdict says where the estimate would have to be.
 *
 * <pre>{@code
 * IntervalSymmetry.of(Measure.ODDS_RATIO, "2.2 (1.7-2.9)").checked().verdict().kind()        // POSSIBLE
 * IntervalSymmetry.of(Measure.MEAN_DIFFERENCE, "8.5 (2.09-16)").checked().verdict().kind()   // NOT_CHECKABLE
 * IntervalSymmetry.of(Measure.ODDS_RATIO, "3.1 (1.7-2.9)").checked().verdict().kind()        // CONTRADICTED
 * }</pre>
 *
 * @param measure a ratio or a difference
 * @param interval the estimate with its limits
 */
public record IntervalSymmetry(Measure measure, PrintedInterval interval) implements Check {

    static final String OUTSIDE = "the estimate lies outside its limits";

    /** Checks the measure. */
    public IntervalSymmetry {
        requireScale(measure);
    }

    /** From the text as printed, such as "2.2 (1.7-2.9)". */
    public static IntervalSymmetry of(Measure measure, String estimate) {
        return new IntervalSymmetry(measure, interval(estimate));
    }

    static PrintedInterval interval(String text) {
        if (PrintedFigure.parse(text) instanceof PrintedInterval interval) {
            return interval;
        }
        throw new InputException("'" + text + "' is no estimate with limits, such as 2.2 (1.7-2.9)");
    }

    static void requireScale(Measure measure) {
        if (measure.scale() == Scale.LOGIT) {
            throw new InputException("limits of a " + measure.label()
                    + " are made in too many ways to be checked by their middle; give a ratio or a difference");
        }
    }

    @Override
    public Checked checked() {
        return Checked.of("middle of the interval", measure.symbol() + " " + interval, verdict());
    }

    private Verdict verdict() {
        double lower = interval.lower().range(Rounding.ANY).lower();
        double upper = interval.upper().range(Rounding.ANY).upper();
        PrintedRange estimate = interval.leading().range(Rounding.ANY);
        if (lower > upper || estimate.upper() < lower || estimate.lower() > upper) {
            return new Verdict.Contradicted(OUTSIDE);
        }
        if (measure.scale() == Scale.LOG && lower < 0) {
            return new Verdict.NotCheckable("a " + measure.label() + " is not negative: a logarithm, or a dash");
        }
        Verdict middle = Boxes.verdict(interval.leading(), this::middle);
        String text = middle.reason().replace("computed", "the middle of the limits is");
        return switch (middle.kind()) {
            case CONTRADICTED -> new Verdict.NotCheckable(text + ": not a Wald interval, or a misprint");
            case CONSISTENT -> new Verdict.Consistent(text);
            default -> new Verdict.Possible(text);
        };
    }

    private PrintedRange middle(Rounding rounding) {
        PrintedRange lower = interval.lower().range(rounding);
        PrintedRange upper = interval.upper().range(rounding);
        return measure.scale() == Scale.LOG
                ? new PrintedRange(geometric(lower.lower(), upper.lower()), geometric(lower.upper(), upper.upper()))
                : new PrintedRange((lower.lower() + upper.lower()) / 2, (lower.upper() + upper.upper()) / 2);
    }

    private static double geometric(double x, double y) {
        return Math.sqrt(Math.max(0, x)) * Math.sqrt(Math.max(0, y));
    }
}
