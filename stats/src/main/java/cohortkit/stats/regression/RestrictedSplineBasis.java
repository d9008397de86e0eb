package cohortkit.stats.regression;

import cohortkit.core.Formula;
import java.util.stream.IntStream;

/**
 * A cubic spline that is linear beyond its outer knots, as truncated powers over the squared range of the knots; the
 * first column is the number itself (Devlin and Weeks 1986; Harrell 2015, Regression Modeling Strategies, section
 * 2.4.5). The knots are at Harrell's quantiles: the outer ones at 0.10, at 0.05 from four knots on and at 0.025 from
 * seven, the others at equal shares between; of fewer than 100 rows the outer ones are the fifth values from either
 * end. Where one value at an end has a share of 0.05 or more and none inside has, the next value is the knot there.
 */
final class RestrictedSplineBasis implements Curve.Shape {

    private static final double TIED = 0.05;

    private static final int FEW = 100;

    private static final int FIFTH = 5;

    private final double[] knots;
    private final double unit;

    private RestrictedSplineBasis(double[] knots) {
        this.knots = knots;
        double range = knots[knots.length - 1] - knots[0];
        this.unit = range * range;
    }

    static RestrictedSplineBasis of(Formula.RestrictedSpline term, CountedValues values) {
        int count = term.knots();
        if (values.size() - 2 <= count || values.total() < 2 * FIFTH) {
            throw Curve.tooFew(
                    term,
                    values,
                    "needs more than " + (count + 2) + " distinct values and at least " + 2 * FIFTH + " rows",
                    "take fewer knots, or I(x^2)");
        }
        double[] knots = knots(count, values);
        if (!Curve.ascends(knots)) {
            throw Curve.tooFew(
                    term, values, "has knots that coincide", "too many rows share one; take fewer knots, or I(x^2)");
        }
        return new RestrictedSplineBasis(knots);
    }

    private static double[] knots(int count, CountedValues all) {
        int last = all.size() - 1;
        double least = TIED * all.total();
        boolean inner = IntStream.range(1, last).anyMatch(i -> all.count(i) >= least);
        boolean first = !inner && all.count(0) >= least;
        boolean final_ = !inner && all.count(last) >= least;
        CountedValues rest = all.between(first ? 2 : 0, final_ ? last - 1 : last + 1);
        int free = count - (first ? 1 : 0) - (final_ ? 1 : 0);
        double outer = count > 6 ? 0.025 : count > 3 ? 0.05 : 0.1;
        double from = free <= 2 ? 0.5 : outer;
        double[] knots = rest.quantiles(CountedValues.steps(from, 1 - outer, free));
        if (rest.total() < FEW && free > 1) {
            knots[0] = first ? knots[0] : rest.ranked(FIFTH);
            knots[free - 1] = final_ ? knots[free - 1] : rest.ranked(rest.total() - FIFTH + 1);
        }
        double[] found = new double[count];
        found[0] = all.value(1);
        found[count - 1] = all.value(last - 1);
        System.arraycopy(knots, 0, found, first ? 1 : 0, free);
        return found;
    }

    double[] knots() {
        return knots.clone();
    }

    @Override
    public int size() {
        return knots.length - 1;
    }

    @Override
    public void at(double x, double[] columns) {
        int last = knots.length - 1;
        double end = knots[last];
        double next = knots[last - 1];
        columns[0] = x;
        for (int j = 0; j < columns.length - 1; j++) {
            double beyond = (next - knots[j]) * cube(x - end) - (end - knots[j]) * cube(x - next);
            columns[j + 1] = (cube(x - knots[j]) + beyond / (end - next)) / unit;
        }
    }

    private static double cube(double x) {
        return x > 0 ? x * x * x : 0;
    }
}
