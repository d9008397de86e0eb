package cohortkit.stats.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The largest probability of a set of tables over the unknown risk. With {@code u = sqrt(n1) arcsin sqrt(p1) + sqrt(n0)
 * arcsin sqrt(p0)} the angle {@code arcsin sqrt(P)} of any set's probability has a slope of at most 1 in u, by the
 * information inequality. So no point between two known ones can be higher than half the sum of their angles and of their
 * distance, and cells that may hold the maximum are halved until none can exceed the best point by more than 1e-3; then
 * the highest points are polished to the last digits.
 */
final class NuisanceMaximum {

    private static final double ENOUGH = 1e-3;
    private static final int MOST = 200_000;
    private static final int CELLS = 16;

    private final DoubleUnaryOperator probability;
    private final DoubleUnaryOperator distance;
    private final PriorityQueue<Cell> cells = new PriorityQueue<>(Comparator.comparingDouble(c -> -c.bound()));
    private double best;

    private record Point(double phi, double angle, double u) {}

    private record Cell(Point left, Point right) {
        double bound() {
            return (left.angle + right.angle + right.u - left.u) / 2;
        }
    }

    /**
     * @param probability of an angle phi in [0, pi/2]
     * @param distance u at phi, not decreasing
     */
    NuisanceMaximum(DoubleUnaryOperator probability, DoubleUnaryOperator distance) {
        this.probability = probability;
        this.distance = distance;
        Point left = point(0);
        for (int i = 1; i <= CELLS; i++) {
            Point right = point(Math.PI / 2 * i / CELLS);
            cells.add(new Cell(left, right));
            left = right;
        }
    }

    /** The largest probability. */
    double value() {
        narrow(Double.POSITIVE_INFINITY);
        return polished();
    }

    /** Whether the largest probability exceeds the area; stops as soon as that is known. */
    boolean exceeds(double area) {
        double target = angle(area);
        narrow(target);
        if (best > target) {
            return true;
        }
        return cells.element().bound() > target && polished() > area;
    }

    private void narrow(double target) {
        while (best <= target && cells.size() < MOST) {
            double bound = cells.element().bound();
            if (bound <= best + ENOUGH || (bound <= target && target < Double.POSITIVE_INFINITY)) {
                return;
            }
            Cell widest = cells.remove();
            Point middle = point((widest.left.phi + widest.right.phi) / 2);
            cells.add(new Cell(widest.left, middle));
            cells.add(new Cell(middle, widest.right));
        }
    }

    /** From each local maximum among the points that is near the best one. */
    private double polished() {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparingDouble(c -> c.left().phi()));
        double highest = square(best);
        for (int i = 0; i <= sorted.size(); i++) {
            Point left = sorted.get(Math.max(0, i - 1)).left;
            Point middle = i == 0 ? left : sorted.get(i - 1).right;
            Point right = sorted.get(Math.min(i, sorted.size() - 1)).right;
            if (middle.angle >= best - ENOUGH && middle.angle >= left.angle && middle.angle >= right.angle) {
                highest = Math.max(highest, peak(left.phi, right.phi));
            }
        }
        return highest;
    }

    private double peak(double low, double high) {
        return new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(MOST),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(probability::applyAsDouble),
                        new SearchInterval(low, high))
                .getValue();
    }

    private Point point(double phi) {
        double angle = angle(probability.applyAsDouble(phi));
        best = Math.max(best, angle);
        return new Point(phi, angle, distance.applyAsDouble(phi));
    }

    private static double angle(double p) {
        return Math.asin(Math.sqrt(Math.min(1, Math.max(0, p))));
    }

    private static double square(double angle) {
        double root = Math.sin(angle);
        return root * root;
    }
}
