package cohortkit.stats.regression.diagnostics;

import cohortkit.core.InputException;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;
import java.util.stream.IntStream;

/** Risks with what became of them, by ascending risk; rows without an outcome or a weight are left out. */
final class ScoredOutcomes {

    final double[] risk;
    final double[] outcome;
    final double[] weight;

    /** The place of each among the rows. */
    final int[] row;

    final double events;
    final double nonEvents;

    private ScoredOutcomes(Fit fit, ModelRows rows) {
        double[] risks = rows.means();
        double[] outcomes = rows.outcomes();
        double[] weights = rows.weights();
        this.row = IntStream.range(0, rows.size())
                .filter(i -> !Double.isNaN(outcomes[i]) && weights[i] > 0)
                .boxed()
                .sorted((i, j) -> Double.compare(risks[i], risks[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.risk = new double[row.length];
        this.outcome = new double[row.length];
        this.weight = new double[row.length];
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < row.length; i++) {
            risk[i] = risks[row[i]];
            outcome[i] = outcomes[row[i]];
            weight[i] = weights[row[i]];
            requireEvent(fit, outcome[i]);
            ones += weight[i] * outcome[i];
            zeros += weight[i] * (1 - outcome[i]);
        }
        this.events = ones;
        this.nonEvents = zeros;
        if (row.length == 0) {
            throw new InputException("no row has all predictors and the outcome '"
                    + fit.model().formula().outcome() + "'");
        }
    }

    static ScoredOutcomes of(Fit fit, ModelRows rows) {
        return new ScoredOutcomes(fit, rows);
    }

    private static void requireEvent(Fit fit, double y) {
        if (y != 0 && y != 1) {
            throw new InputException("the outcome of " + fit.model().formula() + " is not yes or no; a "
                    + fit.model().model() + " model has no ROC curve, Brier score or calibration");
        }
    }

    /** Both kinds of outcome must be there. */
    ScoredOutcomes requireBoth(Fit fit, String what) {
        if (events == 0 || nonEvents == 0) {
            throw new InputException("all " + row.length + " rows have "
                    + (events == 0 ? "no event" : "the event") + " of '"
                    + fit.model().formula().outcome() + "'; " + what + " needs both");
        }
        return this;
    }

    int size() {
        return row.length;
    }

    double total() {
        return events + nonEvents;
    }

    double prevalence() {
        return events / total();
    }
}
