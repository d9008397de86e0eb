package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.ArrayList;
import java.util.List;

/**
 * The p-value of two groups' means against their summaries: Student's t test with pooled variance, Welch's, either of them
 * one-sided, or the one that follows if the printed spreads are standard errors. The verdict names those that fit.
 *
 * <pre>{@code
 * var first = Summary.of(30, "17.75", "3.73");
 * var second = Summary.of(30, "26.46", "2.67");
 * new SummaryTTest(first, second, Printed.parse("p<0.001")).checked().verdict().kind()   // CONSISTENT
 * new SummaryTTest(first, second, Printed.parse("p=0.04")).checked().verdict().kind()    // CONTRADICTED
 * }</pre>
 *
 * @param first a group
 * @param second the other group
 * @param p as printed
 */
public record SummaryTTest(Summary first, Summary second, Printed p) implements Check {

    @Override
    public Checked checked() {
        return new Checked(
                "t test of two means",
                first + " vs " + second + ", " + PName.of(p),
                verdict(),
                "a t test of all these people");
    }

    private Verdict verdict() {
        Verdict pooled = Boxes.verdict(p, rounding -> pooled(rounding, false));
        Verdict welch = Boxes.verdict(p, rounding -> welch(rounding, false));
        List<String> fitting = new ArrayList<>();
        if (pooled.kind() != Verdict.Kind.CONTRADICTED) {
            fitting.add("pooled variance " + pooled.reason());
        }
        if (welch.kind() != Verdict.Kind.CONTRADICTED) {
            fitting.add("Welch " + welch.reason());
        }
        if (!fitting.isEmpty()) {
            String text = String.join("; ", fitting);
            boolean both = pooled.kind() == Verdict.Kind.CONSISTENT && welch.kind() == Verdict.Kind.CONSISTENT;
            return both ? new Verdict.Consistent(text) : new Verdict.Possible(text);
        }
        String text = "pooled variance " + pooled.reason() + "; Welch " + welch.reason();
        if (fits(pooled(Rounding.ANY, false), 0.5) || fits(welch(Rounding.ANY, false), 0.5)) {
            return new Verdict.Possible(text + ": only if one-sided");
        }
        return fits(pooled(Rounding.ANY, true), 1) || fits(welch(Rounding.ANY, true), 1)
                ? new Verdict.Possible(text + ": only if the spreads are standard errors")
                : new Verdict.Contradicted(text);
    }

    private boolean fits(PrintedRange range, double share) {
        PrintedRange shared = new PrintedRange(share * range.lower(), share * range.upper());
        return Boxes.overlap(p, rounding -> shared, Rounding.ANY);
    }

    private PrintedRange pooled(Rounding rounding, boolean errors) {
        double df = first.n() + second.n() - 2.0;
        PrintedRange one = variances(first, rounding, errors);
        PrintedRange two = variances(second, rounding, errors);
        double least = ((first.n() - 1) * one.lower() + (second.n() - 1) * two.lower()) / df;
        double most = ((first.n() - 1) * one.upper() + (second.n() - 1) * two.upper()) / df;
        double each = 1.0 / first.n() + 1.0 / second.n();
        return pValues(rounding, least * each, most * each, df, df);
    }

    /** Degrees of freedom and statistic apart, each over the whole box: as wide as the truth, or a little wider. */
    private PrintedRange welch(Rounding rounding, boolean errors) {
        PrintedRange one = variances(first, rounding, errors);
        PrintedRange two = variances(second, rounding, errors);
        double least = one.lower() / first.n() + two.lower() / second.n();
        double most = one.upper() / first.n() + two.upper() / second.n();
        double fewest = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (double v : List.of(one.lower(), one.upper())) {
            for (double w : List.of(two.lower(), two.upper())) {
                fewest = Math.min(fewest, welchDf(v / first.n(), w / second.n()));
                greatest = Math.max(greatest, welchDf(v / first.n(), w / second.n()));
            }
        }
        return pValues(rounding, least, most, fewest, Math.min(first.n() + second.n() - 2.0, 1.01 * greatest));
    }

    private double welchDf(double v, double w) {
        double sum = v + w;
        return sum == 0
                ? Math.min(first.n(), second.n()) - 1.0
                : sum * sum / (v * v / (first.n() - 1) + w * w / (second.n() - 1));
    }

    private static PrintedRange variances(Summary group, Rounding rounding, boolean errors) {
        PrintedRange sds = group.sds(rounding);
        double factor = errors ? group.n() : 1;
        return new PrintedRange(factor * sds.lower() * sds.lower(), factor * sds.upper() * sds.upper());
    }

    private PrintedRange pValues(
            Rounding rounding, double leastVariance, double mostVariance, double few, double many) {
        PrintedRange one = first.mean().range(rounding);
        PrintedRange two = second.mean().range(rounding);
        double low = one.lower() - two.upper();
        double high = one.upper() - two.lower();
        double near = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        double far = Math.max(Math.abs(low), Math.abs(high));
        double smallest = near == 0 ? 0 : near / Math.sqrt(mostVariance);
        double greatest = far == 0 ? 0 : far / Math.sqrt(leastVariance);
        double lower = Double.isInfinite(greatest) ? 0 : Tails.studentP(greatest, many);
        double upper = Double.isInfinite(smallest) ? 0 : Tails.studentP(smallest, few);
        return new PrintedRange(Math.min(lower, upper), upper);
    }
}
