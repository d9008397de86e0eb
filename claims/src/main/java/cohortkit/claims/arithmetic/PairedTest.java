package cohortkit.claims.arithmetic;

import cohortkit.claims.PairedChange;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.printed.PrintedFigure;
import cohortkit.claims.printed.PrintedSpread;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The p-value of a paired t test against means and standard deviations before and after: which correlation of the two makes
 * it possible, over the rounding box. {@link PairedChange} is the same without rounding.
 *
 * <pre>{@code
 * var test = PairedTest.of("33 ± 16", "21 ± 23", 10, "p=0.07");
 * test.correlations()                  // Optional[0.4721 to 0.7116]
 * test.checked().verdict().kind()      // POSSIBLE
 * PairedTest.of("17 ± 7", "7 ± 7", 10, "p=0.5").checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param before mean and standard deviation
 * @param after mean and standard deviation
 * @param n pairs, at least 2
 * @param p two-sided, as printed
 */
public record PairedTest(PrintedSpread before, PrintedSpread after, long n, Printed p) implements Check {

    /** Checks the numbers. */
    public PairedTest {
        // A deviation printed as 0.0 may be above 0.
        change(middle(before.leading()), most(before.spread()), middle(after.leading()), most(after.spread()), n);
    }

    /** From the texts as printed. */
    public static PairedTest of(String before, String after, long n, String p) {
        return new PairedTest(spread(before), spread(after), n, Printed.parse(p));
    }

    private static PrintedSpread spread(String text) {
        if (PrintedFigure.parse(text) instanceof PrintedSpread spread) {
            return spread;
        }
        throw new InputException("'" + text + "' is no mean with its spread, such as 17 ± 7");
    }

    private static double middle(Printed printed) {
        return (printed.range().lower() + printed.range().upper()) / 2;
    }

    private static double most(Printed spread) {
        return spread.range().upper();
    }

    private static PairedChange change(double mean1, double sd1, double mean2, double sd2, long n) {
        return new PairedChange(mean1, sd1, mean2, sd2, n);
    }

    /** The correlations that make the printed p-value possible, figures rounded to the nearest; empty if none does. */
    public Optional<PrintedRange> correlations() {
        return correlations(Rounding.HALF_EITHER);
    }

    /**
     * Over the box, {@code r = (s1^2 + s2^2 - c) / (2 s1 s2)} with {@code c = n d^2 / t^2}: it falls with c, and along one
     * spread it may turn where {@code s1^2 = s2^2 - c}.
     */
    private Optional<PrintedRange> correlations(Rounding rounding) {
        if (!Boxes.overlap(p, this::pValues, rounding)) {
            return Optional.empty();
        }
        PrintedRange change = changes(rounding);
        double far = Math.max(Math.abs(change.lower()), Math.abs(change.upper()));
        double lower = 1;
        double upper = -1;
        for (double[] sds : spreads(rounding, c(far, p.range(rounding).upper()))) {
            lower = Math.min(lower, correlation(sds, c(far, p.range(rounding).upper())));
        }
        for (double[] sds : spreads(rounding, c(clip(change), p.range(rounding).lower()))) {
            upper = Math.max(
                    upper, correlation(sds, c(clip(change), p.range(rounding).lower())));
        }
        return Optional.of(new PrintedRange(Math.max(-1, Math.min(lower, upper)), Math.min(1, upper)));
    }

    private double c(double change, double pValue) {
        double t = pValue >= 1 ? 0 : pValue <= 0 ? Double.POSITIVE_INFINITY : Tails.studentDeviate(pValue, n - 1.0);
        return t == 0 ? Double.POSITIVE_INFINITY : n * (change / t) * (change / t);
    }

    private static double correlation(double[] sds, double c) {
        return (sds[0] * sds[0] + sds[1] * sds[1] - c) / (2 * sds[0] * sds[1]);
    }

    /** The corners of the two spreads, and the points of the edges where the correlation may turn. */
    private List<double[]> spreads(Rounding rounding, double c) {
        double[] first = ends(before.spread(), rounding);
        double[] second = ends(after.spread(), rounding);
        List<double[]> points = new ArrayList<>();
        for (double sd1 : first) {
            for (double sd2 : second) {
                points.add(new double[] {sd1, sd2});
                turn(sd2, c)
                        .filter(x -> first[0] < x && x < first[1])
                        .ifPresent(x -> points.add(new double[] {x, sd2}));
                turn(sd1, c)
                        .filter(x -> second[0] < x && x < second[1])
                        .ifPresent(x -> points.add(new double[] {sd1, x}));
            }
        }
        return points;
    }

    private static Optional<Double> turn(double other, double c) {
        return other * other > c ? Optional.of(Math.sqrt(other * other - c)) : Optional.empty();
    }

    private PrintedRange changes(Rounding rounding) {
        PrintedRange first = before.leading().range(rounding);
        PrintedRange second = after.leading().range(rounding);
        return new PrintedRange(second.lower() - first.upper(), second.upper() - first.lower());
    }

    private static double clip(PrintedRange range) {
        return Math.max(range.lower(), Math.min(range.upper(), 0));
    }

    private static double[] ends(Printed spread, Rounding rounding) {
        PrintedRange range = spread.range(rounding);
        double low = Math.max(1e-12, range.lower());
        return new double[] {low, Math.max(low, range.upper())};
    }

    @Override
    public Checked checked() {
        return new Checked(
                "paired t test",
                before + " to " + after + ", n = " + n + ", " + PName.of(p),
                verdict(),
                "a paired t test of all " + n + " pairs");
    }

    private Verdict verdict() {
        PrintedRange all = pValues(Rounding.HALF_EITHER);
        if (p.admitsAll(all.lower(), all.upper())) {
            return new Verdict.Consistent("any correlation of before and after gives it: p " + text(all));
        }
        if (Boxes.overlap(p, this::pValues, Rounding.HALF_EITHER)) {
            String range = correlations()
                    .map(r -> DisplayNumber.fixed(r.lower(), 2) + " to " + DisplayNumber.fixed(r.upper(), 2))
                    .orElse("some value");
            return new Verdict.Possible("needs a correlation of before and after from " + range);
        }
        return Boxes.overlap(p, this::pValues, Rounding.ANY)
                ? new Verdict.Possible("p is " + text(all) + ": only if some figures were truncated")
                : new Verdict.Contradicted("no correlation of before and after gives it: p is " + text(all));
    }

    private static String text(PrintedRange range) {
        return DisplayNumber.pValue(range.lower()) + " to " + DisplayNumber.pValue(range.upper());
    }

    /** From the greatest change with the least variance, at r = 1, to the least change at r = -1. */
    private PrintedRange pValues(Rounding rounding) {
        PrintedRange change = changes(rounding);
        double far = Math.max(Math.abs(change.lower()), Math.abs(change.upper()));
        double[] sds1 = ends(before.spread(), rounding);
        double[] sds2 = ends(after.spread(), rounding);
        boolean overlap = sds1[0] <= sds2[1] && sds2[0] <= sds1[1];
        double closest = overlap ? Math.max(sds1[0], sds2[0]) : 0;
        boolean firstWider = sds1[0] > sds2[1];
        double least = overlap
                ? change(0, closest, far, closest, n).pValue(1)
                : change(0, sds1[firstWider ? 0 : 1], far, sds2[firstWider ? 1 : 0], n)
                        .pValue(1);
        double most = change(0, sds1[1], clip(change), sds2[1], n).pValue(-1);
        return new PrintedRange(Math.min(least, most), most);
    }
}
