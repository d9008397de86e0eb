package cohortkit.stats.regression;

import java.util.Optional;

/** The rows of a likelihood, a block at a time. */
interface BlockRows {

    /** A sample has one block of so many. */
    int STRIDE = 25;

    /** From so many rows on a sample of them serves. */
    int SAMPLED = 100_000;

    /** A multiple of {@link Block#ROWS}, but for the last block. */
    int size();

    void fill(Block block, int from);

    /** Each 25th block of as many rows as there are here, for starting values; empty if they are few. */
    Optional<BlockRows> sample();

    /** Rows of a frame, or its covariate patterns where they stand for all that it says. */
    static BlockRows of(Design design, ModelFrame frame) {
        return design.patterns()
                .filter(patterns -> frame.isPlain())
                .map(patterns -> patterns.weights(frame.outcome(), frame.weights()))
                .map(weights -> (BlockRows) new PatternRows(design, weights[0], weights[1]))
                .orElse(new FrameRows(design, frame, 1));
    }

    /** All rows, or those of each block that a stride hits. */
    record FrameRows(Design design, ModelFrame frame, int stride) implements BlockRows {

        @Override
        public int size() {
            return stride == 1 ? frame.size() : ((frame.size() - 1) / Block.ROWS / stride + 1) * Block.ROWS;
        }

        @Override
        public void fill(Block block, int from) {
            block.fill(design, frame, from * stride);
        }

        @Override
        public Optional<BlockRows> sample() {
            return frame.size() < SAMPLED ? Optional.empty() : Optional.of(new FrameRows(design, frame, STRIDE));
        }
    }

    /** Each pattern twice: first without the event, then with it, by the weights of the rows that say so. */
    final class PatternRows implements BlockRows {

        private final Design design;
        private final double[] without;
        private final double[] with;
        private final int half;

        PatternRows(Design design, double[] without, double[] with) {
            this.design = design;
            this.without = without;
            this.with = with;
            this.half = (with.length + Block.ROWS - 1) / Block.ROWS * Block.ROWS;
        }

        @Override
        public int size() {
            return half + with.length;
        }

        @Override
        public void fill(Block block, int from) {
            if (from < half) {
                block.fillPatterns(design, 0, without, from);
            } else {
                block.fillPatterns(design, 1, with, from - half);
            }
        }

        @Override
        public Optional<BlockRows> sample() {
            return Optional.empty();
        }
    }
}
