package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import java.util.ArrayList;
import java.util.List;

/**
 * A printed share of some cells among others, or a printed sum of cells.
 *
 * @param part whose counts are above the line
 * @param whole whose counts are below it; the same as the part for a sum
 * @param printed the figure
 * @param isShare whether it is divided
 * @param rounding how it was rounded
 */
record PrintedSum(CellSet part, CellSet whole, Printed printed, boolean isShare, Rounding rounding) {

    boolean holds(long[] counts) {
        long below = isShare ? whole.sum(counts) : 1;
        return below > 0 && printed.admits(part.sum(counts), below, rounding);
    }

    /** The values left open; a truncated number leaves a whole unit above itself, or below if it is negative. */
    PrintedRange range() {
        PrintedRange range = printed.range();
        boolean isCut = rounding == Rounding.TRUNCATED || rounding == Rounding.ANY;
        double half = isCut && Double.isFinite(range.upper() - range.lower()) ? (range.upper() - range.lower()) / 2 : 0;
        return new PrintedRange(range.lower() - half, range.upper() + half);
    }

    /** The inequalities that a share gives, without the ties at their ends: {@code part - lower whole >= 0} and so on. */
    List<Inequality> inequalities(int cells) {
        PrintedRange range = range();
        List<Inequality> all = new ArrayList<>();
        if (isShare && range.lower() > Double.NEGATIVE_INFINITY) {
            all.add(atLeast(cells, range.lower(), 1));
        }
        if (isShare && range.upper() < Double.POSITIVE_INFINITY) {
            all.add(atLeast(cells, range.upper(), -1));
        }
        return all;
    }

    private Inequality atLeast(int cells, double bound, int sign) {
        double[] factors = new double[cells];
        for (int cell : part.cells()) {
            factors[cell] += sign;
        }
        for (int cell : whole.cells()) {
            factors[cell] -= sign * bound;
        }
        return new Inequality(factors, 0);
    }
}
