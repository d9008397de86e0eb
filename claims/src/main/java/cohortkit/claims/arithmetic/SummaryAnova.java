package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The p-value of an analysis of variance against the groups' summaries. Between the groups the sum of squares is convex in
 * the means: its least value over the rounding box is found by bisection, its greatest at a corner.
 *
 * <pre>{@code
 * var groups = List.of(Summary.of(20, "5.1", "1.0"), Summary.of(20, "5.4", "1.2"), Summary.of(20, "6.3", "1.1"));
 * new SummaryAnova(groups, Printed.parse("p=0.003")).checked().verdict().kind()   // POSSIBLE
 * new SummaryAnova(groups, Printed.parse("p=0.3")).checked().verdict().kind()     // CONTRADICTED
 * }</pre>
 *
 * @param groups two to twelve
 * @param p as printed
 */
public record SummaryAnova(List<Summary> groups, Printed p) implements Check {

    private static final int MOST_GROUPS = 12;
    private static final int STEPS = 200;

    /** Checks the number of groups. */
    public SummaryAnova {
        groups = List.copyOf(groups);
        if (groups.size() < 2 || groups.size() > MOST_GROUPS) {
            throw new InputException(
                    "an analysis of variance here needs 2 to " + MOST_GROUPS + " groups; was " + groups.size());
        }
    }

    @Override
    public Checked checked() {
        String figures = groups.stream().map(Summary::toString).collect(Collectors.joining(", "));
        return new Checked(
                "analysis of variance",
                figures + ", " + PName.of(p),
                Boxes.verdict(p, this::pValues),
                "an analysis of variance of all these people");
    }

    private double people() {
        return groups.stream().mapToDouble(Summary::n).sum();
    }

    private PrintedRange pValues(Rounding rounding) {
        double df1 = groups.size() - 1.0;
        double df2 = people() - groups.size();
        double least = 0;
        double most = 0;
        for (Summary group : groups) {
            PrintedRange sds = group.sds(rounding);
            least += (group.n() - 1) * sds.lower() * sds.lower() / df2;
            most += (group.n() - 1) * sds.upper() * sds.upper() / df2;
        }
        double smallest = leastBetween(rounding) / df1 / most;
        double greatest = mostBetween(rounding) / df1 / least;
        return new PrintedRange(pValue(greatest, df1, df2), pValue(smallest, df1, df2));
    }

    private static double pValue(double f, double df1, double df2) {
        return Double.isNaN(f) ? 1 : Double.isInfinite(f) ? 0 : Statistic.F.pValue(f, df1, df2);
    }

    private double mostBetween(Rounding rounding) {
        double most = 0;
        for (int corner = 0; corner < 1 << groups.size(); corner++) {
            double[] means = new double[groups.size()];
            for (int i = 0; i < means.length; i++) {
                PrintedRange range = groups.get(i).mean().range(rounding);
                means[i] = (corner >> i & 1) == 0 ? range.lower() : range.upper();
            }
            most = Math.max(most, between(means));
        }
        return most;
    }

    /** The least sum of squares about a point between the means, which bisection of its derivative finds. */
    private double leastBetween(Rounding rounding) {
        List<PrintedRange> boxes =
                groups.stream().map(g -> g.mean().range(rounding)).toList();
        double low = boxes.stream().mapToDouble(PrintedRange::lower).min().orElseThrow();
        double high = boxes.stream().mapToDouble(PrintedRange::upper).max().orElseThrow();
        for (int step = 0; step < STEPS; step++) {
            double middle = low + (high - low) / 2;
            double slope = 0;
            for (int i = 0; i < boxes.size(); i++) {
                slope += groups.get(i).n() * (middle - nearest(boxes.get(i), middle));
            }
            if (slope < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double point = high;
        return between(boxes.stream().mapToDouble(box -> nearest(box, point)).toArray());
    }

    private static double nearest(PrintedRange box, double point) {
        return Math.max(box.lower(), Math.min(box.upper(), point));
    }

    private double between(double[] means) {
        double grand = 0;
        for (int i = 0; i < means.length; i++) {
            grand += groups.get(i).n() / people() * means[i];
        }
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += groups.get(i).n() * (means[i] - grand) * (means[i] - grand);
        }
        return sum;
    }
}
