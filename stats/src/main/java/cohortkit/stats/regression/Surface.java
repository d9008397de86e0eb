package cohortkit.stats.regression;

/** What Newton's method climbs. */
interface Surface {

    /** Gradient, information and deviance at these coefficients. */
    Accumulator at(double[] coefficients);

    /** The gradient alone, for less. */
    Accumulator slopes(double[] coefficients);

    /** Whether a pass is so long that one without information saves time. */
    boolean isLong();

    /** Whether there are so many rows that a sample of them tells how the information changes with a small step. */
    default boolean isSampled() {
        return false;
    }

    /** The information at a point next to one at which it is known, the change by a sample of the rows. */
    default double[][] informationNear(double[][] known, double[] at, double[] next) {
        return known;
    }

    /** The size of the deviance by which convergence is judged: 1 where the variance is known. */
    double unit(double deviance);
}
