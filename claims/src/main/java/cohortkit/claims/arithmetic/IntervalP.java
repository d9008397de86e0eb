package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.core.Scale;
import cohortkit.stats.StandardNormal;
import java.util.Optional;

/**
 * An estimate, its interval and its p-value against each other: on the log scale for ratios, on the own scale for
 * differences and coefficients (Altman and Bland 2011, BMJ 343:d2090, d2304, over the whole rounding box). A p-value that is
 * not Wald's may still be that of another test of a table with this ratio and interval, or Student's; both are looked at
 * before a contradiction is said.
 *
 * <pre>{@code
 * IntervalP.of(Measure.ODDS_RATIO, "2.32 (1.23-4.39)", "p=0.002").checked().verdict().kind()   // CONTRADICTED
 * IntervalP.of(Measure.ODDS_RATIO, "2.32 (1.23-4.39)", "p=0.009").checked().verdict().kind()   // POSSIBLE
 * IntervalP.of(Measure.ODDS_RATIO, "2.32 (1.23-4.39)", "p<0.05").checked().verdict().kind()    // CONSISTENT
 * }</pre>
 *
 * @param measure a ratio or a difference
 * @param interval the estimate with its limits
 * @param p the two-sided p-value as printed
 */
public record IntervalP(Measure measure, PrintedInterval interval, Printed p) implements Check {

    /** Checks that the measure has a value of no association. */
    public IntervalP {
        IntervalSymmetry.requireScale(measure);
        if (!measure.hasNull()) {
            throw new InputException(
                    "a p-value beside an interval needs a measure with a null value; was " + measure.label());
        }
    }

    /** From the texts as printed, such as "2.32 (1.23-4.39)" and "p=0.002". */
    public static IntervalP of(Measure measure, String estimate, String p) {
        return new IntervalP(measure, IntervalSymmetry.interval(estimate), Printed.parse(p));
    }

    /** The same estimate with another p-value. */
    public IntervalP withP(Printed other) {
        return new IntervalP(measure, interval, other);
    }

    @Override
    public Checked checked() {
        String level = DisplayNumber.shortest(100 * interval.levelOrDefault());
        return new Checked(
                "interval and p-value",
                measure.symbol() + " " + interval + ", " + PName.of(p),
                verdict(),
                "an interval of " + level + " % and a two-sided p-value of one analysis");
    }

    private Verdict verdict() {
        if (!box(Rounding.ANY).isOrdered()) {
            return new Verdict.Contradicted(IntervalSymmetry.OUTSIDE);
        }
        if (box(Rounding.ANY).statistics().isEmpty()) {
            return loose();
        }
        Optional<PrintedRange> nearest = pValues(Rounding.HALF_EITHER);
        Verdict wald = nearest.isEmpty()
                ? Boxes.verdict(p, rounding -> pValues(Rounding.ANY).orElseThrow())
                : Boxes.verdict(p, rounding -> pValues(rounding).orElse(nearest.get()));
        return switch (wald.kind()) {
            case CONTRADICTED -> another(wald);
            // Each limit alone must give it too, since the rounding leaves open whether the interval is Wald's.
            case CONSISTENT -> admitsAll(loose(Rounding.HALF_EITHER)) ? wald : new Verdict.Possible(wald.reason());
            default -> wald;
        };
    }

    private boolean admitsAll(PrintedRange range) {
        return p.admitsAll(range.lower(), range.upper());
    }

    /** What another test than Wald's would give. */
    private Verdict another(Verdict wald) {
        PrintedRange tests = measure.scale() == Scale.LOG ? tests() : students();
        PrintedRange loose = box(Rounding.ANY).looseStatistics();
        PrintedRange others = toPValues(
                new PrintedRange(Math.min(tests.lower(), loose.lower()), Math.max(tests.upper(), loose.upper())));
        String text = wald.reason().replace("computed", "the interval gives p") + "; ";
        String range = pText(others);
        String who = measure.scale() == Scale.LOG
                ? "chi-square tests, with or without correction, of a table with this ratio and interval give " + range
                : "t tests on 1 degree of freedom or more give " + range;
        return Boxes.overlap(p, rounding -> others, Rounding.ANY)
                ? new Verdict.Possible(text + "not Wald's, but " + who)
                : new Verdict.Contradicted(text + who);
    }

    /** An interval whose limits are not equally far from the estimate: exact, profile or bootstrap. */
    private Verdict loose() {
        PrintedRange loose = loose(Rounding.ANY);
        String text = "not a Wald interval; its limits give p " + pText(loose) + ", printed " + p;
        if (admitsAll(loose(Rounding.HALF_EITHER))) {
            return new Verdict.Consistent(text);
        }
        return Boxes.overlap(p, rounding -> loose, Rounding.ANY)
                ? new Verdict.Possible(text)
                : new Verdict.Contradicted(text);
    }

    private PrintedRange loose(Rounding rounding) {
        return toPValues(box(rounding).looseStatistics());
    }

    private WaldBox box(Rounding rounding) {
        return WaldBox.of(interval, measure.scale(), rounding, StandardNormal.quantile(interval.levelOrDefault()));
    }

    private Optional<PrintedRange> pValues(Rounding rounding) {
        return box(rounding).statistics().map(IntervalP::toPValues);
    }

    private static PrintedRange toPValues(PrintedRange statistics) {
        return new PrintedRange(StandardNormal.pValue(statistics.upper()), StandardNormal.pValue(statistics.lower()));
    }

    private static String pText(PrintedRange range) {
        return DisplayNumber.significant(range.lower(), 2) + " to " + DisplayNumber.significant(range.upper(), 2);
    }

    /** Over the corners of the box, from the ratio nearest to 1 with the widest interval to the opposite. */
    private PrintedRange tests() {
        WaldBox box = box(Rounding.ANY);
        PrintedRange wald = box.statistics().orElseThrow();
        double middle = (box.estimate().lower() + box.estimate().upper()) / 2;
        double error = (box.upper().upper()
                        + box.upper().lower()
                        - box.lower().upper()
                        - box.lower().lower())
                / (4 * box.quantile());
        if (middle == 0 || error <= 0) {
            return wald;
        }
        PrintedRange other = OtherTests.statistics(measure, middle, error);
        double here = Math.abs(middle) / error;
        // From the middle of the box to its ends in proportion to Wald's own statistic.
        return new PrintedRange(
                Math.min(wald.lower(), other.lower() * wald.lower() / here),
                Math.max(wald.upper(), other.upper() * wald.upper() / here));
    }

    /** As normal deviates: Student's p from an interval that Student's quantile made, over all degrees of freedom. */
    private PrintedRange students() {
        PrintedRange wald = box(Rounding.ANY).statistics().orElseThrow();
        double level = interval.levelOrDefault();
        double least = wald.lower();
        double most = wald.upper();
        for (double df = 1; df < 1000; df *= 1.25) {
            double stretch = Tails.studentQuantile(level, df) / StandardNormal.quantile(level);
            least = Math.min(least, Tails.deviate(Tails.studentP(wald.lower() * stretch, df)));
            most = Math.max(most, Tails.deviate(Tails.studentP(wald.upper() * stretch, df)));
        }
        return new PrintedRange(least, most);
    }
}
