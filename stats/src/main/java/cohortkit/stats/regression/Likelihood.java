package cohortkit.stats.regression;

/** The likelihood of a model's rows as a function of the working coefficients. */
final class Likelihood {

    /** Rows whose sums are merged at once: the unit of work of a thread. */
    private static final int CHUNK = 64 * Block.ROWS;

    private final Family family;
    private final Link link;
    private final Design design;
    private final ModelFrame frame;

    Likelihood(Family family, Link link, Design design, ModelFrame frame) {
        this.family = family;
        this.link = link;
        this.design = design;
        this.frame = frame;
    }

    int size() {
        return design.size();
    }

    /** Gradient, information and deviance at these coefficients. */
    Accumulator at(double[] coefficients) {
        Accumulator total = new Accumulator(family, link, size());
        Block block = new Block(size());
        for (int from = 0; from < frame.size() && total.isPossible(); from += CHUNK) {
            total.merge(chunk(block, coefficients, from, Math.min(frame.size(), from + CHUNK)));
        }
        return total;
    }

    private Accumulator chunk(Block block, double[] coefficients, int from, int to) {
        Accumulator sums = new Accumulator(family, link, size());
        for (int row = from; row < to && sums.isPossible(); row += Block.ROWS) {
            block.fill(design, frame, row);
            block.predict(coefficients);
            sums.add(block);
        }
        return sums;
    }

    /** The deviance if every row had its mean from the offset alone. */
    double offsetDeviance() {
        double sum = 0;
        for (int row = 0; row < frame.size(); row++) {
            double eta = frame.offset()[row];
            sum += frame.weights()[row] * family.deviance(frame.outcome()[row], link.mean(eta), link.complement(eta));
        }
        return sum;
    }

    /** The saturated model's log likelihood. */
    double saturated() {
        double sum = 0;
        for (int row = 0; row < frame.size(); row++) {
            sum += frame.weights()[row] * family.saturated(frame.outcome()[row]);
        }
        return sum;
    }

    /** The size of the deviance by which convergence is judged: 1 where the variance is known. */
    double unit(double deviance) {
        return family.estimatesDispersion() ? deviance / frame.size() : 1;
    }
}
