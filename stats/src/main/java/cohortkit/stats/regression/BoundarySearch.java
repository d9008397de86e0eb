package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the maximum of a {@link BoundaryLikelihood}, plus a linear function if there is one, by the active-set form of
 * Newton's method: a step that comes to a row's bound ends there and holds it, and a row that the likelihood pulls away
 * from its bound is let go (Nocedal and Wright 2006, Numerical optimization, chapter 16). The likelihood is concave, so
 * that a point where neither happens is the maximum (Luo, Zhang and Sun 2014, Journal of Statistical Planning and
 * Inference 145:1, name the same program).
 */
final class BoundarySearch {

    private static final int MOST_STEPS = 500;

    private static final int MOST_HALVINGS = 60;

    /** Squared steps in standard errors: the first is rounding, the second nothing. */
    private static final double STILL = 1e-10;

    private static final double DONE = 1e-22;

    /** How near to a forbidden risk a step may go. */
    private static final double SHORT_OF = 0.95;

    /** By how much a linear predictor may move in a step of Newton; on its way to infinity it would lose its digits. */
    private static final double LONGEST = 50;

    /** By how little a linear predictor may be from its bound to be at it. */
    private static final double AT_ONCE = 1e-13;

    /** A squared step as long as this is one along a line without curvature. */
    private static final double STRAIGHT = 1e30;

    /** Curvature below this share, and slopes below this share of the rows' pull, are rounding. */
    private static final double FLAT = 1e-12;

    private static final double ROUNDING = 1e-11;

    /** There is no maximum, since the linear function pulls harder than the likelihood. */
    static final class Endless extends ConvergenceException {

        private static final long serialVersionUID = 1L;

        private Endless() {
            super("the likelihood rises without end");
        }
    }

    private final BoundaryLikelihood likelihood;
    private final double[] tilt;
    private final List<double[]> normals;
    private BoundaryLikelihood.Point here;
    private Face face;
    private boolean stuck;

    private BoundarySearch(BoundaryLikelihood likelihood, double[] tilt, BoundaryMaximum start) {
        this.likelihood = likelihood;
        this.tilt = tilt;
        this.normals = new ArrayList<>(start.normals());
        this.here = start.point();
        this.face = new Face(normals, tilt.length);
    }

    /**
     * The maximum.
     *
     * @throws ConvergenceException if the start is not possible, or the maximum is not one point
     */
    static BoundaryMaximum maximize(BoundaryLikelihood likelihood, double[] start) {
        BoundaryLikelihood.Point point = likelihood.at(start);
        if (!point.possible) {
            throw new ConvergenceException("the starting values give a mean that the model does not allow");
        }
        return maximize(likelihood, new double[start.length], new BoundaryMaximum(point, List.of()));
    }

    /** The maximum of the likelihood plus a linear function, from that of another. */
    static BoundaryMaximum maximize(BoundaryLikelihood likelihood, double[] tilt, BoundaryMaximum start) {
        return new BoundarySearch(likelihood, tilt, start).maximum();
    }

    /** Whether the likelihood rises no further from this point, by its observed information. */
    static boolean isMaximum(BoundaryLikelihood.Point point) {
        Cholesky information = Cholesky.of(point.information, FLAT);
        return point.possible
                && information.isFull(point.at.length)
                && Step.dot(point.gradient, information.solve(point.gradient)) < STILL;
    }

    private BoundaryMaximum maximum() {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            double[] slope = slope();
            double[] within = components(slope);
            Cholesky curvature = Cholesky.of(curvature(), FLAT);
            double[] ascent = straight(curvature, within);
            if (ascent.length > 0) {
                move(direction(ascent), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
                continue;
            }
            double[] step = newton(curvature, within);
            double size = Step.dot(within, step);
            if (size > (stuck ? STILL : DONE)) {
                if (stuck && size > STRAIGHT) {
                    throw new Endless();
                }
                if (stuck) {
                    break;
                }
                move(direction(step), 1, size);
                continue;
            }
            if (!released(slope)) {
                if (!curvature.isFull(within.length)) {
                    throw new ConvergenceException("more than one set of coefficients has the highest likelihood");
                }
                return new BoundaryMaximum(here, List.copyOf(normals));
            }
        }
        throw new ConvergenceException("the search along the boundary came to no maximum");
    }

    private double[] slope() {
        double[] slope = here.gradient.clone();
        for (int j = 0; j < slope.length; j++) {
            slope[j] += tilt[j];
        }
        return slope;
    }

    private double[] components(double[] vector) {
        double[] components = new double[face.free().length];
        for (int i = 0; i < components.length; i++) {
            components[i] = Step.dot(face.free()[i], vector);
        }
        return components;
    }

    private double[][] curvature() {
        double[][] free = face.free();
        double[][] curvature = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            double[] image = new double[tilt.length];
            for (int j = 0; j < image.length; j++) {
                for (int k = 0; k < image.length; k++) {
                    image[j] += here.information[Math.min(j, k)][Math.max(j, k)] * free[i][k];
                }
            }
            for (int k = i; k < free.length; k++) {
                curvature[i][k] = Step.dot(image, free[k]);
            }
        }
        return curvature;
    }

    /** A direction without curvature in which the likelihood rises; empty if there is none. */
    private double[] straight(Cholesky curvature, double[] within) {
        double[] ascent = new double[within.length];
        boolean rises = false;
        int[] kept = curvature.kept();
        for (int j = 0; j < within.length; j++) {
            int column = j;
            if (Arrays.stream(kept).anyMatch(k -> k == column)) {
                continue;
            }
            double[] line = new double[within.length];
            line[j] = 1;
            double[] shares = curvature.solve(crossWith(column, kept));
            for (int i = 0; i < kept.length; i++) {
                line[kept[i]] = -shares[i];
            }
            double rise = Step.dot(within, line);
            rises |= Math.abs(rise) > ROUNDING * (here.pull + Math.sqrt(Step.dot(tilt, tilt)));
            for (int i = 0; i < line.length; i++) {
                ascent[i] += rise * line[i];
            }
        }
        return rises ? ascent : new double[0];
    }

    private double[] crossWith(int column, int[] kept) {
        double[][] curvature = curvature();
        return Arrays.stream(kept)
                .mapToDouble(k -> curvature[Math.min(k, column)][Math.max(k, column)])
                .toArray();
    }

    private static double[] newton(Cholesky curvature, double[] within) {
        int[] kept = curvature.kept();
        double[] some =
                curvature.solve(Arrays.stream(kept).mapToDouble(k -> within[k]).toArray());
        double[] step = new double[within.length];
        for (int i = 0; i < kept.length; i++) {
            step[kept[i]] = some[i];
        }
        return step;
    }

    private double[] direction(double[] step) {
        double[] direction = new double[tilt.length];
        for (int i = 0; i < step.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                direction[j] += step[i] * face.free()[i][j];
            }
        }
        return direction;
    }

    /** Goes as far as a step, its bound and the likelihood allow. */
    private void move(double[] direction, double full, double size) {
        BoundaryLikelihood.Reach reach = likelihood.reach(here.at, direction);
        double end = Math.min(reach.bound, SHORT_OF * reach.forbidden);
        if (Double.isInfinite(end) && size > STRAIGHT) {
            throw new Endless();
        }
        if (reach.bound * reach.most < AT_ONCE) {
            hold(reach.normal);
            return;
        }
        double share = Math.min(full, end);
        if (full == 1) {
            share = Math.min(share, LONGEST / reach.most);
        }
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = here.at.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += share * direction[j];
            }
            BoundaryLikelihood.Point there = likelihood.at(next);
            if (!Arrays.equals(next, here.at) && there.possible && isBetter(there, size)) {
                here = there;
                if (share == reach.bound) {
                    hold(reach.normal);
                }
                return;
            }
            share /= 2;
        }
        stuck = true;
    }

    private boolean isBetter(BoundaryLikelihood.Point there, double size) {
        double rounding = size < 1e-6 ? 1e-13 * (Math.abs(here.value) + Math.abs(Step.dot(tilt, here.at))) : 0;
        return there.value + Step.dot(tilt, there.at) >= here.value + Step.dot(tilt, here.at) - rounding;
    }

    private void hold(double[] normal) {
        normals.add(normal);
        face = new Face(normals, tilt.length);
    }

    /** Lets the row go that is pulled away from its bound most; false if none is. */
    private boolean released(double[] slope) {
        double[] multipliers = face.multipliers(slope);
        int most = -1;
        double least = -ROUNDING * (here.pull + Math.sqrt(Step.dot(tilt, tilt)));
        for (int i = 0; i < multipliers.length; i++) {
            if (multipliers[i] < least) {
                least = multipliers[i];
                most = i;
            }
        }
        if (most < 0) {
            return false;
        }
        normals.remove(most);
        face = new Face(normals, tilt.length);
        stuck = false;
        return true;
    }
}
