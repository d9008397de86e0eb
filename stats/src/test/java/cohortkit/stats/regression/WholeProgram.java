package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Konis' linear program written down as it stands in the thesis: raw columns, all rows, bounds of 1. */
final class WholeProgram {

    private WholeProgram() {}

    static boolean separates(double[] y, double[]... columns) {
        int p = columns.length + 1;
        double[] objective = new double[p];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int row = 0; row < y.length; row++) {
            double[] signed = new double[p];
            for (int j = 0; j < p; j++) {
                signed[j] = (j == 0 ? 1 : columns[j - 1][row]) * (y[row] == 1 ? 1 : -1);
                objective[j] += signed[j];
            }
            constraints.add(new LinearConstraint(signed, Relationship.GEQ, 0));
        }
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
            constraints.add(new LinearConstraint(unit, Relationship.GEQ, -1));
        }
        return new SimplexSolver()
                        .optimize(
                                new LinearObjectiveFunction(objective, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MAXIMIZE,
                                new NonNegativeConstraint(false))
                        .getValue()
                > 1e-6;
    }
}
