package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import java.util.List;

/** One part's rows as columns of the model; rows that do not count have the weight 0. */
final class PartRows {

    private final List<DesignColumn> columns;
    private final double[] outcome;
    private final double[] weights;
    private final double[] offset;

    PartRows(Regression model, ModelFrame levels, Cohort part) {
        NewFrame frame = new NewFrame(model, levels, part);
        this.columns = new ColumnPlan(model.formula(), frame).columns();
        this.outcome = frame.outcome().orElseThrow();
        this.weights = frame.weights();
        this.offset = frame.offset();
        for (int row = 0; row < outcome.length; row++) {
            if (Double.isNaN(outcome[row])) {
                outcome[row] = 0;
                weights[row] = 0;
            }
        }
    }

    int size() {
        return outcome.length;
    }

    List<DesignColumn> columns() {
        return columns;
    }

    double[] outcome() {
        return outcome;
    }

    double[] weights() {
        return weights;
    }

    void fill(Block block, Basis basis, int from) {
        int count = Math.min(Block.ROWS, size() - from);
        for (int j = 0; j < block.z.length; j++) {
            columns.get(basis.kept()[j]).fill(block.z[j], from, count);
        }
        basis.toWorking(block.z, count);
        block.fill(outcome, weights, offset, from, count);
    }
}
