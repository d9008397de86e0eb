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

    private final Weighing weighing;
    private final CrossProducts products;
    private final Pass pass;

    Accumulator(Family family, Link link, int columns) {
        this(family, link, columns, Pass.INFORMATION);
    }

    /** @param pass what is added up; the rest is 0 */
    Accumulator(Family family, Link link, int columns, Pass pass) {
        this.pass = pass;
        this.weighing = Weighing.of(family, link);
        this.gradient = new double[columns];
        this.information = new double[columns][columns];
        this.products = new CrossProducts(information);
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

    /** Knuth's exact sum: what the addition rounds off is kept. Two sums at a time, which do not wait for each other. */
    private void addDeviances(double[] parts, int count) {
        double total = deviance;
        double rest = devianceRest;
        double second = 0;
        double secondRest = 0;
        for (int i = 0; i + 1 < count; i += 2) {
            double part = parts[i];
            double sum = total + part;
            rest += lost(total, part, sum);
            total = sum;
            part = parts[i + 1];
            sum = second + part;
            secondRest += lost(second, part, sum);
            second = sum;
        }
        double odd = count % 2 == 0 ? 0 : parts[count - 1];
        double sum = total + second;
        rest += lost(total, second, sum) + secondRest;
        deviance = sum + odd;
        devianceRest = rest + lost(sum, odd, deviance);
    }

    /** What the rounding of x + y to a sum took away, exactly. */
    private static double lost(double x, double y, double sum) {
        double back = sum - x;
        return (x - (sum - back)) + (y - back);
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
        if (!weigh(block)) {
            return;
        }
        CrossProducts.add(block.z, block.score, block.count, gradient);
        if (pass == Pass.INFORMATION) {
            products.add(block.z, block.information, block.count);
        }
    }

    /** Adds rows whose eta is set, but for products that wait there for {@link FourBlocks#moveTo}. */
    void add(FourBlocks four) {
        for (Block block : four.blocks()) {
            if (!weigh(block)) {
                return;
            }
        }
        four.add();
    }

    /** Whether the rows have means that the family allows; adds what is no product of columns. */
    private boolean weigh(Block block) {
        double variance = weighing.weigh(block, pass);
        possible &= variance != 0;
        if (variance == 0) {
            return false;
        }
        leastVariance = Math.min(leastVariance, variance);
        if (pass != Pass.SLOPES) {
            addDeviances(block.deviance, block.deviances);
        }
        return true;
    }

    /** Adds the sums of the rows that follow. */
    void merge(Accumulator other) {
        addDeviances(new double[] {other.deviance}, 1);
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
