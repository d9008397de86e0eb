package cohortkit.stats.regression;

import cohortkit.core.Formula;
import java.util.Arrays;

/**
 * A cubic spline that is linear beyond the range of the rows: cubic B-splines without the first, projected on those
 * whose second derivative vanishes at both ends, by Householder reflections; the columns of R's {@code splines::ns}.
 * The inner knots are at equal shares of the rows (de Boor 1978, A Practical Guide to Splines).
 */
final class NaturalSplineBasis implements Curve.Shape {

    private static final int ORDER = 4;

    private final double[] knots;
    private final double least;
    private final double most;
    private final double[][] reflections;
    private final int size;

    private NaturalSplineBasis(double[] inner, double least, double most) {
        this.least = least;
        this.most = most;
        this.size = inner.length + 1;
        this.knots = new double[inner.length + 2 * ORDER];
        Arrays.fill(knots, 0, ORDER, least);
        System.arraycopy(inner, 0, knots, ORDER, inner.length);
        Arrays.fill(knots, ORDER + inner.length, knots.length, most);
        double[] left = withoutFirst(splines(least, ORDER, 2));
        double[] right = withoutFirst(splines(most, ORDER, 2));
        double[] first = reflection(left, 0);
        reflect(right, first);
        this.reflections = new double[][] {first, reflection(right, 1)};
    }

    static NaturalSplineBasis of(Formula.NaturalSpline term, CountedValues values) {
        double[] shares = CountedValues.steps(0, 1, term.df() + 1);
        double[] inner = values.quantiles(Arrays.copyOfRange(shares, 1, term.df()));
        double[] all = new double[inner.length + 2];
        all[0] = values.least();
        System.arraycopy(inner, 0, all, 1, inner.length);
        all[all.length - 1] = values.most();
        if (values.size() <= term.df() || !Curve.ascends(all)) {
            throw Curve.tooFew(term, values, "has knots that coincide", "take a smaller df");
        }
        return new NaturalSplineBasis(inner, values.least(), values.most());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void at(double x, double[] columns) {
        double inside = Math.min(Math.max(x, least), most);
        project(inside, 0, 1, columns, false);
        if (x != inside) {
            project(inside, 1, x - inside, columns, true);
        }
    }

    private void project(double x, int derivative, double factor, double[] columns, boolean adds) {
        double[] all = withoutFirst(splines(x, ORDER, derivative));
        for (double[] reflection : reflections) {
            reflect(all, reflection);
        }
        for (int j = 0; j < size; j++) {
            columns[j] = (adds ? columns[j] : 0) + factor * all[j + 2];
        }
    }

    /** All B-splines of an order, or their derivatives, at a value within the range. */
    private double[] splines(double x, int order, int derivative) {
        double[] values = new double[knots.length - order];
        if (order == 1) {
            int at = ORDER - 1;
            while (at < knots.length - ORDER - 1 && x >= knots[at + 1]) {
                at++;
            }
            values[at] = 1;
            return values;
        }
        double[] lower = splines(x, order - 1, Math.max(derivative - 1, 0));
        for (int i = 0; i < values.length; i++) {
            double left = over(lower[i], knots[i + order - 1] - knots[i]);
            double right = over(lower[i + 1], knots[i + order] - knots[i + 1]);
            values[i] = derivative > 0
                    ? (order - 1) * (left - right)
                    : (x - knots[i]) * left + (knots[i + order] - x) * right;
        }
        return values;
    }

    private static double over(double value, double length) {
        return length > 0 ? value / length : 0;
    }

    private static double[] withoutFirst(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }

    /** The unit vector whose reflection turns everything of a vector from {@code at} on into one element. */
    private static double[] reflection(double[] vector, int at) {
        double[] unit = new double[vector.length];
        double length = 0;
        for (int i = at; i < vector.length; i++) {
            unit[i] = vector[i];
            length = Math.hypot(length, vector[i]);
        }
        unit[at] += Math.copySign(length, vector[at]);
        double norm = 0;
        for (double x : unit) {
            norm = Math.hypot(norm, x);
        }
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= norm;
        }
        return unit;
    }

    private static void reflect(double[] vector, double[] unit) {
        double twice = 2 * Step.dot(vector, unit);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= twice * unit[i];
        }
    }
}
