package cohortkit.stats.table;

/**
 * Ways to make the interval of an interaction on the additive scale.
 *
 * <pre>{@code
 * InteractionInterval.MOVER.label()   // "MOVER"
 * }</pre>
 */
public enum InteractionInterval {
    /** Wald with the variance of the delta method. Hosmer and Lemeshow 1992, Epidemiology 3:452. */
    DELTA("delta method") {
        @Override
        double distance(double[] signs, double[] logs, double[] variances, double shared, double z, int side) {
            double sum = 0;
            double gradient = 0;
            for (int i = 0; i < logs.length; i++) {
                double slope = signs[i] * Math.exp(logs[i]);
                gradient += slope;
                sum += slope * slope * variances[i];
            }
            return z * Math.sqrt(sum + gradient * gradient * shared);
        }
    },
    /**
     * Variance estimates recovered from the log Wald limits of each ratio, so that the interval is skewed as they are. Zou
     * 2008, Am J Epidemiol 168:212.
     */
    MOVER("MOVER") {
        @Override
        double distance(double[] signs, double[] logs, double[] variances, double shared, double z, int side) {
            double squares = 0;
            double[] reach = new double[logs.length];
            for (int i = 0; i < logs.length; i++) {
                double half = z * Math.sqrt(variances[i] + shared);
                reach[i] = Math.exp(logs[i]) * Math.expm1(signs[i] * side * half);
                squares += reach[i] * reach[i];
            }
            double sum = squares;
            for (int i = 0; i < logs.length; i++) {
                for (int j = 0; j < i; j++) {
                    double correlation = shared / Math.sqrt((variances[i] + shared) * (variances[j] + shared));
                    sum += 2 * signs[i] * signs[j] * correlation * Math.abs(reach[i] * reach[j]);
                }
            }
            return Math.sqrt(Math.max(0, sum));
        }
    };

    private final String label;

    InteractionInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "delta method". */
    public String label() {
        return label;
    }

    /**
     * How far a limit of {@code sum sign exp(log)} is from the estimate.
     *
     * @param variances of each logarithm but for the part that all share
     * @param side 1 for the upper limit, -1 for the lower
     */
    abstract double distance(double[] signs, double[] logs, double[] variances, double shared, double z, int side);
}
