package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** maximize c'd subject to a'd >= 0 for each added a, and every d within -1 and 1. */
final class DirectionProgram {

    private static final double ZERO = 1e-7;

    private final double[] objective;
    private final List<LinearConstraint> constraints = new ArrayList<>();

    DirectionProgram(double[] objective) {
        this.objective = split(objective);
        for (int j = 0; j < this.objective.length; j++) {
            double[] unit = new double[this.objective.length];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
        }
    }

    /** d = u - v with u, v >= 0, so that d = 0 is a first corner. */
    private static double[] split(double[] a) {
        double[] both = new double[2 * a.length];
        for (int j = 0; j < a.length; j++) {
            both[j] = a[j];
            both[a.length + j] = -a[j];
        }
        return both;
    }

    /** Returns whether there was anything to add. */
    boolean addViolated(List<double[]> rows) {
        for (double[] row : rows) {
            double[] negative = split(row);
            for (int j = 0; j < negative.length; j++) {
                negative[j] = -negative[j];
            }
            constraints.add(new LinearConstraint(negative, Relationship.LEQ, 0));
        }
        return !rows.isEmpty();
    }

    /** The best direction; empty if none has a positive objective, or the program was not solved. */
    Optional<double[]> solve() {
        try {
            double[] both = new SimplexSolver(1e-9, 10, 1e-11)
                    .optimize(
                            new MaxIter(20_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true),
                            PivotSelectionRule.BLAND)
                    .getPoint();
            double[] direction = new double[both.length / 2];
            double value = 0;
            for (int j = 0; j < direction.length; j++) {
                direction[j] = both[j] - both[direction.length + j];
                value += direction[j] * objective[j];
            }
            return value > ZERO ? Optional.of(direction) : Optional.empty();
        } catch (TooManyIterationsException e) {
            return Optional.empty();
        }
    }
}
