package cohortkit.stats.continuous;

import org.apache.commons.numbers.core.Sum;

/**
 * A correlation by its distances from -1 and from 1, which keep their digits where the correlation itself is near them.
 *
 * @param above 1 + r
 * @param below 1 - r
 */
record Coherence(double above, double below) {

    /** Of the standardized values: 1 - r is half the squared length of their difference. */
    static Coherence of(double[] x, double[] y) {
        Moments a = Moments.of(x);
        Moments b = Moments.of(y);
        Sum apart = Sum.create();
        Sum together = Sum.create();
        for (int i = 0; i < x.length; i++) {
            double u = ((x[i] - a.mean()) - a.rest()) / a.root();
            double v = ((y[i] - b.mean()) - b.rest()) / b.root();
            apart.addProduct(u - v, u - v);
            together.addProduct(u + v, u + v);
        }
        double below = exact(apart.getAsDouble() / 2);
        double above = exact(together.getAsDouble() / 2);
        // The smaller distance is the more accurate one.
        return below < above ? new Coherence(2 - below, below) : new Coherence(above, 2 - above);
    }

    static Coherence of(double value) {
        return new Coherence(1 + value, 1 - value);
    }

    /** A distance that rounding alone can make is none. */
    private static double exact(double distance) {
        return distance < 1e-30 ? 0 : distance;
    }

    double value() {
        return below < above ? 1 - below : above - 1;
    }

    /** Fisher's z, atanh r. */
    double z() {
        double r = value();
        return Math.abs(r) < 0.5 ? (Math.log1p(r) - Math.log1p(-r)) / 2 : Math.log(above / below) / 2;
    }

    double t(double df) {
        return value() * Math.sqrt(df / above / below);
    }
}
