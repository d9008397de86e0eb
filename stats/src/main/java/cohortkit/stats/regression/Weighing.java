package cohortkit.stats.regression;

/** What a row adds to the likelihood at its eta: score, information and deviance. */
interface Weighing {

    /**
     * Sets, from eta, outcome and weight of a block's rows, their scores, and their deviances and information where the
     * pass asks for them.
     *
     * @return the smallest variance of a row; 0 if some row's mean is impossible
     */
    double weigh(Block block, Pass pass);

    /** The fused one of logistic models, or that of any family and link. */
    static Weighing of(Family family, Link link) {
        return family == Family.BINOMIAL && link == Link.LOGIT
                ? new LogisticWeighing()
                : (block, pass) -> any(family, link, block);
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
        block.deviances = block.count;
        return least;
    }
}
