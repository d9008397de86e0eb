package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
        return at(new double[][] {coefficients}, new Pass[] {Pass.INFORMATION})[0];
    }

    @Override
    public Accumulator slopes(double[] coefficients) {
        return at(new double[][] {coefficients}, new Pass[] {Pass.SLOPES})[0];
    }

    /** What is asked for of several points, in one pass over the rows. */
    Accumulator[] at(double[][] coefficients, Pass[] passes) {
        Accumulator[] totals = empty(passes);
        if (passes.length == 1 && isLong() && size() <= FourBlocks.MOST_COLUMNS) {
            Queue<FourBlocks> idle = new ConcurrentLinkedQueue<>();
            Chunks.inOrder(
                    rows.size(), (from, to) -> chunk(coefficients[0], passes[0], from, to, idle), totals[0]::merge);
            return totals;
        }
        Chunks.inOrder(rows.size(), (from, to) -> chunk(coefficients, passes, from, to), parts -> {
            for (int k = 0; k < totals.length; k++) {
                totals[k].merge(parts[k]);
            }
        });
        return totals;
    }

    private Accumulator[] empty(Pass[] passes) {
        return Arrays.stream(passes)
                .map(pass -> new Accumulator(family, link, size(), pass))
                .toArray(Accumulator[]::new);
    }

    private Accumulator[] chunk(double[][] coefficients, Pass[] passes, int from, int to) {
        Accumulator[] sums = empty(passes);
        Block block = new Block(size());
        for (int row = from; row < to; row += Block.ROWS) {
            rows.fill(block, row);
            for (int k = 0; k < sums.length; k++) {
                if (sums[k].isPossible()) {
                    block.predict(coefficients[k]);
                    sums[k].add(block);
                }
            }
        }
        return sums;
    }

    /** The same of one point, in blocks of which each thread has its own. */
    private Accumulator chunk(double[] coefficients, Pass pass, int from, int to, Queue<FourBlocks> idle) {
        Accumulator sums = new Accumulator(family, link, size(), pass);
        FourBlocks known = idle.poll();
        FourBlocks four = known == null ? new FourBlocks(size(), pass) : known;
        int row = from;
        for (; row + FourBlocks.ROWS <= to && sums.isPossible(); row += FourBlocks.ROWS) {
            for (int b = 0; b < four.blocks().length; b++) {
                fill(four.blocks()[b], row + b * Block.ROWS, coefficients);
            }
            sums.add(four);
        }
        four.moveTo(sums.gradient, sums.information);
        Block block = four.blocks()[0];
        for (; row < to && sums.isPossible(); row += Block.ROWS) {
            fill(block, row, coefficients);
            sums.add(block);
        }
        idle.add(four);
        return sums;
    }

    private void fill(Block block, int row, double[] coefficients) {
        rows.fill(block, row);
        block.predict(coefficients);
    }

    @Override
    public boolean isLong() {
        return rows.size() > Chunks.ROWS;
    }

    @Override
    public boolean isSampled() {
        return rows.sample().isPresent();
    }

    @Override
    public double[][] informationNear(double[][] known, double[] at, double[] next) {
        double[][] near = Arrays.stream(known).map(double[]::clone).toArray(double[][]::new);
        sample().ifPresent(sample -> {
            Accumulator[] sums = sample.at(new double[][] {at, next}, new Pass[] {Pass.INFORMATION, Pass.INFORMATION});
            for (int j = 0; j < near.length; j++) {
                for (int k = j; k < near.length; k++) {
                    near[j][k] += rowsFor(sample) * (sums[1].information[j][k] - sums[0].information[j][k]);
                }
            }
        });
        return near;
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
