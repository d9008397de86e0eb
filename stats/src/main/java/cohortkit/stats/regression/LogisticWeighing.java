package cohortkit.stats.regression;

/**
 * The logistic likelihood without branches, so that its loops are vectorised. With e = eta for an event and -eta
 * otherwise, the risk of what did not happen is r = 1 / (1 + exp(e)), that of what happened is exp(e) r, both to their
 * last digits.
 */
final class LogisticWeighing implements Weighing {

    /** Beyond this eta, exp(eta) may not be a number that has an inverse. */
    private static final double FAR = 700;

    /** Rows whose likelihoods are multiplied before a logarithm is taken. */
    private static final int TOGETHER = 8;

    /** A product nearer to 1 would lose digits of its logarithm. */
    private static final double PLAIN = 0.99;

    private final double[] sign = new double[Block.ROWS];
    private final double[] signed = new double[Block.ROWS];
    private final double[] odds = new double[Block.ROWS];
    private final double[] missed = new double[Block.ROWS];
    private final double[] likelier = new double[Block.ROWS];

    @Override
    public double weigh(Block block, Pass pass) {
        sign(block);
        double most = 0;
        for (int i = 0; i < block.count; i++) {
            double size = Math.abs(signed[i]);
            if (!(size <= FAR)) {
                return careful(block);
            }
            most = size > most ? size : most;
            odds[i] = Math.exp(signed[i]);
        }
        score(block);
        if (pass == Pass.INFORMATION) {
            inform(block);
        }
        if (pass != Pass.SLOPES) {
            measure(block);
        }
        double tail = Math.exp(-most);
        return tail / ((1 + tail) * (1 + tail));
    }

    private void sign(Block block) {
        for (int i = 0; i < block.count; i++) {
            sign[i] = 2 * block.outcome[i] - 1;
            signed[i] = sign[i] * block.eta[i];
        }
    }

    private void score(Block block) {
        for (int i = 0; i < block.count; i++) {
            missed[i] = 1 / (1 + odds[i]);
            block.score[i] = block.weight[i] * sign[i] * missed[i];
        }
    }

    private void inform(Block block) {
        for (int i = 0; i < block.count; i++) {
            block.information[i] = block.weight[i] * (odds[i] * missed[i]) * missed[i];
        }
    }

    /**
     * The deviance of a row is |e| - e less twice the logarithm of the larger risk: one logarithm for the product of
     * several such risks, where all rows count once.
     */
    private void measure(Block block) {
        int groups = isPlain(block) ? block.count / TOGETHER : 0;
        for (int i = 0; i < groups * TOGETHER; i++) {
            likelier[i] = Math.max(missed[i], odds[i] * missed[i]);
            block.deviance[i] = Math.abs(signed[i]) - signed[i];
        }
        int at = 0;
        for (int group = 0; group < groups; group++) {
            int from = group * TOGETHER;
            double product = 1;
            double sum = 0;
            for (int i = from; i < from + TOGETHER; i++) {
                product *= likelier[i];
                sum += block.deviance[i];
            }
            if (product < PLAIN) {
                block.deviance[at++] = sum - 2 * Math.log(product);
            } else {
                for (int i = from; i < from + TOGETHER; i++) {
                    block.deviance[at++] = deviance(block.weight[i], signed[i]);
                }
            }
        }
        for (int i = groups * TOGETHER; i < block.count; i++) {
            block.deviance[at++] = deviance(block.weight[i], signed[i]);
        }
        block.deviances = at;
    }

    private static boolean isPlain(Block block) {
        for (int i = 0; i < block.count; i++) {
            if (block.weight[i] != 1) {
                return false;
            }
        }
        return true;
    }

    private static double deviance(double weight, double signed) {
        double tail = Math.exp(-Math.abs(signed));
        double sum = 1 + tail;
        double log = Math.log(sum) + (tail - (sum - 1)) / sum;
        return weight * 2 * (signed > 0 ? log : log - signed);
    }

    /** The same for risks next to 0: with t = exp(-|e|) they are 1 / (1 + t) and t / (1 + t). */
    private double careful(Block block) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < block.count; i++) {
            double tail = Math.exp(-Math.abs(signed[i]));
            double likely = 1 / (1 + tail);
            double unlikely = tail * likely;
            double variance = likely * unlikely;
            if (!(variance > 0)) {
                return 0;
            }
            least = variance < least ? variance : least;
            block.score[i] = block.weight[i] * sign[i] * (signed[i] > 0 ? unlikely : likely);
            block.information[i] = block.weight[i] * variance;
            block.deviance[i] = deviance(block.weight[i], signed[i]);
        }
        block.deviances = block.count;
        return least;
    }
}
