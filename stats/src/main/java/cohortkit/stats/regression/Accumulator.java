package cohortkit.stats.regression;

/**
 * What one pass over the rows adds up: gradient, expected information and deviance at given coefficients. Blocks are
 * added and accumulators merged in the order of the rows, so that the sums are the same bits for any number of threads.
 */
final class Accumulator {

    final double[] gradient;
    final double[][] information;
    private double deviance;
    private double devianceRest;
    private double leastVariance = Double.POSITIVE_INFINITY;
    private boolean possible = true;

    private final Family family;
    private final Link link;

    Accumulator(Family family, Link link, int columns) {
        this.family = family;
        this.link = link;
        this.gradient = new double[columns];
        this.information = new double[columns][columns];
    }

    double deviance() {
        return deviance + devianceRest;
    }

    /**
     * The deviance less another, with the digits that rounding took from the sums: of deviances of 10,000 the
     * difference by which a profile is judged would keep 12.
     */
    double devianceAbove(Accumulator other) {
        return (deviance - other.deviance) + (devianceRest - other.devianceRest);
    }

    /** Knuth's exact sum: what the addition rounds off is kept. */
    private void addDeviance(double part) {
        double sum = deviance + part;
        double back = sum - deviance;
        devianceRest += (deviance - (sum - back)) + (part - back);
        deviance = sum;
    }

    /** Whether every row had a mean that the family allows. */
    boolean isPossible() {
        return possible && !Double.isNaN(deviance) && !Double.isInfinite(deviance);
    }

    /** The smallest variance of a row; near 0 where a fitted mean runs to the edge. */
    double leastVariance() {
        return leastVariance;
    }

    /** Adds rows whose eta is set. */
    void add(Block block) {
        weigh(block);
        int count = block.count;
        for (int j = 0; j < gradient.length; j++) {
            double[] column = block.z[j];
            gradient[j] += Block.dot(block.score, column, count);
            double[] weighted = block.weighted;
            for (int i = 0; i < count; i++) {
                weighted[i] = block.information[i] * column[i];
            }
            for (int k = 0; k <= j; k++) {
                information[k][j] += Block.dot(weighted, block.z[k], count);
            }
        }
    }

    /** Each row's score and information by eta, and its deviance. */
    private void weigh(Block block) {
        for (int i = 0; i < block.count; i++) {
            double mean = link.mean(block.eta[i]);
            double complement = link.complement(block.eta[i]);
            double variance = family.variance(mean, complement);
            if (!(variance > 0) || variance == Double.POSITIVE_INFINITY) {
                possible = false;
                return;
            }
            leastVariance = Math.min(leastVariance, variance);
            double slope = link.slope(mean, complement);
            double share = block.weight[i] * (slope / variance);
            block.score[i] = share * family.residual(block.outcome[i], mean, complement);
            block.information[i] = share * slope;
            addDeviance(block.weight[i] * family.deviance(block.outcome[i], mean, complement));
        }
    }

    /** Adds the sums of the rows that follow. */
    void merge(Accumulator other) {
        addDeviance(other.deviance);
        devianceRest += other.devianceRest;
        leastVariance = Math.min(leastVariance, other.leastVariance);
        possible &= other.possible;
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] += other.gradient[j];
            for (int k = j; k < gradient.length; k++) {
                information[j][k] += other.information[j][k];
            }
        }
    }
}
