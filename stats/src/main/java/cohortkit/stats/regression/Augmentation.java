package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.util.Arrays;

/** The cohort of a fit with what the fit says of each row. */
final class Augmentation {

    private static final Missing NO_WEIGHT = new Missing("weight 0");

    private final Fit fit;
    private final Influence influence;
    private final int[] positions;
    private final Cohort cohort;
    private final RowColumns columns;

    Augmentation(Fit fit) {
        this.fit = fit;
        this.influence = fit.influence();
        this.positions = influence.rows().positions();
        this.cohort = fit.estimation().frame().cohort();
        this.columns = new RowColumns(cohort, missing());
    }

    private Missing[] missing() {
        Missing[] missing = Present.reasons(fit.model(), cohort);
        for (int row = 0, i = 0; row < missing.length; row++) {
            if (i < positions.length && positions[i] == row) {
                i++;
            } else if (missing[row] == null) {
                missing[row] = NO_WEIGHT;
            }
        }
        return missing;
    }

    Cohort cohort() {
        ModelRows rows = influence.rows();
        double[] errors = rows.standardErrors();
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= Math.abs(rows.slope(i));
        }
        add(".fitted", "fitted mean", rows.means());
        add(".se.fit", "standard error of the fitted mean", errors);
        add(".resid", "deviance residual", influence.residuals(Residual.DEVIANCE));
        add(".hat", "leverage", influence.leverage());
        add(".cooksd", "Cook's distance", influence.cooksDistance());
        add(".std.resid", "standardized deviance residual", influence.residuals(Residual.STANDARDIZED_DEVIANCE));
        return columns.cohort();
    }

    private void add(String name, String label, double[] values) {
        double[] all = new double[cohort.size()];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            all[positions[i]] = values[i];
        }
        columns.add(Variable.number(name, label), all);
    }
}
