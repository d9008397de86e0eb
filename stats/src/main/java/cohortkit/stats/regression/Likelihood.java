package cohortkit.stats.regression;

import java.util.Optional;

/** The likelihood of a model's rows as a function of the working coefficients. */
final class Likelihood implements Surface {

    private final Family family;
    private final Link link;
    private final Design design;
    private final ModelFrame frame;
    private final BlockRows rows;

    Likelihood(Family family, Link link, Design design, ModelFrame frame) {
        this(family, link, design, frame, BlockRows.of(design, frame));
    }

    private Likelihood(Family family, Link link, Design design, ModelFrame frame, BlockRows rows) {
        this.family = family;
        this.link = link;
        this.design = design;
        this.frame = frame;
        this.rows = rows;
    }

    /** That of a sample of the rows, for starting values; empty if there are too few to save time. */
    Optional<Likelihood> sample() {
        return rows.sample().map(some -> new Likelihood(family, link, design, frame, some));
    }

    /** How many rows there are for one of a sample. */
    double rowsFor(Likelihood sample) {
        return (double) rows.size() / sample.rows.size();
    }

    int size() {
        return design.size();
    }

    @Override
    public Accumulator at(double[] coefficients) {
        return sums(coefficients, Pass.INFORMATION);
    }

    @Override
    public Accumulator slopes(double[] coefficients) {
        return sums(coefficients, Pass.SLOPES);
    }

    @Override
    public boolean isLong() {
        return rows.size() > Chunks.ROWS;
    }

    private Accumulator sums(double[] coefficients, Pass pass) {
        Accumulator total = new Accumulator(family, link, size(), pass);
        Chunks.inOrder(rows.size(), (from, to) -> chunk(coefficients, pass, from, to), total::merge);
        return total;
    }

    private Accumulator chunk(double[] coefficients, Pass pass, int from, int to) {
        Accumulator sums = new Accumulator(family, link, size(), pass);
        Block block = new Block(size());
        for (int row = from; row < to && sums.isPossible(); row += Block.ROWS) {
            rows.fill(block, row);
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

    /** The deviance if every row had this mean. */
    double constantDeviance(double mean) {
        double sum = 0;
        double none = family.deviance(0, mean, 1 - mean);
        double event = family.deviance(1, mean, 1 - mean);
        if (family.isEvent()) {
            return (frame.total() - frame.outcomes()) * none + frame.outcomes() * event;
        }
        for (int row = 0; row < frame.size(); row++) {
            double y = frame.outcome()[row];
            sum += frame.weights()[row] * (y == 0 ? none : y == 1 ? event : family.deviance(y, mean, 1 - mean));
        }
        return sum;
    }

    /** The saturated model's log likelihood. */
    double saturated() {
        if (family.isEvent()) {
            return (frame.total() - frame.outcomes()) * family.saturated(0) + frame.outcomes() * family.saturated(1);
        }
        double sum = 0;
        for (int row = 0; row < frame.size(); row++) {
            sum += frame.weights()[row] * family.saturated(frame.outcome()[row]);
        }
        return sum;
    }

    @Override
    public double unit(double deviance) {
        return family.estimatesDispersion() ? deviance / frame.size() : 1;
    }
}
