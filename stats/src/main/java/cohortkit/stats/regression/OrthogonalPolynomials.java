package cohortkit.stats.regression;

import cohortkit.core.Formula;

/**
 * Polynomials that are orthogonal over the rows, each of length 1 with a positive leading coefficient, by their
 * three-term recursion (Forsythe 1957, Journal of the Society for Industrial and Applied Mathematics 5:74); the columns
 * of R's {@code poly}.
 */
final class OrthogonalPolynomials implements Curve.Shape {

    private final double[] center;
    private final double[] square;

    private OrthogonalPolynomials(double[] center, double[] square) {
        this.center = center;
        this.square = square;
    }

    static OrthogonalPolynomials of(Formula.Polynomial term, CountedValues values) {
        int degree = term.degree();
        if (degree >= values.size()) {
            throw Curve.tooFew(term, values, "needs more than " + degree + " distinct values", "take a lower degree");
        }
        int n = values.size();
        double[] center = new double[degree];
        double[] square = new double[degree + 1];
        double[] before = new double[n];
        double[] now = new double[n];
        java.util.Arrays.fill(now, 1);
        for (int k = 0; k <= degree; k++) {
            double moment = 0;
            for (int i = 0; i < n; i++) {
                square[k] += values.count(i) * now[i] * now[i];
                moment += values.count(i) * now[i] * now[i] * (values.value(i) - values.least());
            }
            if (k < degree) {
                center[k] = values.least() + moment / square[k];
                for (int i = 0; i < n; i++) {
                    double next = (values.value(i) - center[k]) * now[i]
                            - (k == 0 ? 0 : square[k] / square[k - 1] * before[i]);
                    before[i] = now[i];
                    now[i] = next;
                }
            }
        }
        return new OrthogonalPolynomials(center, square);
    }

    @Override
    public int size() {
        return center.length;
    }

    @Override
    public void at(double x, double[] columns) {
        double before = 0;
        double now = 1;
        for (int k = 0; k < columns.length; k++) {
            double next = (x - center[k]) * now - (k == 0 ? 0 : square[k] / square[k - 1] * before);
            before = now;
            now = next;
            columns[k] = now / Math.sqrt(square[k + 1]);
        }
    }
}
