package cohortkit.stats.regression;

/** What a row adds to the likelihood at its eta: score, information and deviance. */
interface Weighing {

    /**
     * Sets score, information and deviance of a block's rows from their eta, outcome and weight.
     *
     * @return the smallest variance of a row; 0 if some row's mean is impossible
     */
    double weigh(Block block);

    /** The fused one of logistic models, or that of any family and link. */
    static Weighing of(Family family, Link link) {
        return family == Family.BINOMIAL && link == Link.LOGIT ? Weighing::logistic : block -> any(family, link, block);
    }

    private static double any(Family family, Link link, Block block) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < block.count; i++) {
            double mean = link.mean(block.eta[i]);
            double complement = link.complement(block.eta[i]);
            double variance = family.variance(mean, complement);
            if (!(variance > 0) || variance == Double.POSITIVE_INFINITY) {
                return 0;
            }
            least = Math.min(least, variance);
            double slope = link.slope(mean, complement);
            double share = block.weight[i] * (slope / variance);
            block.score[i] = share * family.residual(block.outcome[i], mean, complement);
            block.information[i] = share * slope;
            block.deviance[i] = block.weight[i] * family.deviance(block.outcome[i], mean, complement);
        }
        return least;
    }

    /**
     * With t = exp(-|eta|) the two risks are 1 / (1 + t) and t / (1 + t), and the deviance of a row is 2 log(1 + t), plus
     * 2 |eta| where the less likely thing happened: one exponential and one logarithm.
     */
    private static double logistic(Block block) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < block.count; i++) {
            double eta = block.eta[i];
            double size = Math.abs(eta);
            double tail = Math.exp(-size);
            double sum = 1 + tail;
            double likely = 1 / sum;
            double unlikely = tail * likely;
            double variance = likely * unlikely;
            if (!(variance > 0)) {
                return 0;
            }
            least = variance < least ? variance : least;
            double weight = block.weight[i];
            boolean event = block.outcome[i] > 0.5;
            boolean expected = event == eta > 0;
            double residual = expected ? unlikely : likely;
            double log = Math.log(sum) + (tail - (sum - 1)) / sum;
            block.score[i] = weight * (event ? residual : -residual);
            block.information[i] = weight * variance;
            block.deviance[i] = weight * 2 * (expected ? log : size + log);
        }
        return least;
    }
}
