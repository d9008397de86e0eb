package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows of one part that count, complete and with a weight, as columns of the model. */
final class PartRows {

    private final List<DesignColumn> columns;
    private final double[] outcome;
    private final double[] weights;
    private final double[] offset;

    PartRows(Regression model, ModelFrame levels, Cohort part) {
        NewFrame frame = new NewFrame(model, levels, counting(model, part));
        this.columns = new ColumnPlan(model.formula(), frame).columns();
        this.outcome = frame.outcome().orElseThrow();
        this.weights = frame.weights();
        this.offset = frame.offset();
    }

    /** Others may have levels that the model does not. */
    private static Cohort counting(Regression model, Cohort part) {
        Present present = Present.of(model, part);
        double[] all = model.weights().values(part);
        int row = 0;
        while (row < all.length && present.isComplete(row) && all[row] > 0) {
            row++;
        }
        if (row == all.length) {
            return part;
        }
        AtomicInteger next = new AtomicInteger();
        return part.where("rows that count", each -> {
            int at = next.getAndIncrement();
            return present.isComplete(at) && all[at] > 0;
        });
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
