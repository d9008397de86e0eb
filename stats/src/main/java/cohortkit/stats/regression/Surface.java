package cohortkit.stats.regression;

/** What Newton's method climbs. */
interface Surface {

    /** Gradient, information and deviance at these coefficients. */
    Accumulator at(double[] coefficients);

    /** The gradient alone, for less. */
    Accumulator slopes(double[] coefficients);

    /** Whether a pass is so long that one without information saves time. */
    boolean isLong();

    /** The size of the deviance by which convergence is judged: 1 where the variance is known. */
    double unit(double deviance);
}
