package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;

/**
 * A maximum of a {@link BoundaryLikelihood}, inside or on the boundary.
 *
 * @param point the coefficients, with value and gradient of the likelihood there
 * @param normals of rows that hold the coefficients, linearly independent; none inside
 */
record BoundaryMaximum(BoundaryLikelihood.Point point, List<double[]> normals) {

    /** A multiplier is negative only if it is so by more than rounding. */
    private static final double ROUNDING = 1e-9;

    private static final double CANCELLED = 1e-14;

    double[] coefficients() {
        return point.at;
    }

    double value() {
        return point.value;
    }

    boolean isInside() {
        return normals.isEmpty();
    }

    /** A combination of the coefficients; 0 where its parts cancel to rounding, as those of a risk of 0 do. */
    double value(double[] direction) {
        double value = Step.dot(direction, point.at);
        double parts = 0;
        for (int j = 0; j < direction.length; j++) {
            parts += Math.abs(direction[j] * point.at[j]);
        }
        return Math.abs(value) <= CANCELLED * parts ? 0 : value;
    }

    /** About that of a combination, by the curvature there is; its squared length where there is none. Not 0. */
    double variance(double[] direction) {
        Cholesky information = Cholesky.of(point.information, 1e-12);
        double[] some =
                Arrays.stream(information.kept()).mapToDouble(j -> direction[j]).toArray();
        double variance = Step.dot(some, information.solve(some));
        return variance > 0 ? variance : Step.dot(direction, direction);
    }

    /** Whether the rows that hold the coefficients let this combination of them go no further, however hard it pulls. */
    boolean holds(double[] direction) {
        Face face = new Face(normals, direction.length);
        double length = Math.sqrt(Step.dot(direction, direction));
        for (double[] free : face.free()) {
            if (Math.abs(Step.dot(free, direction)) > ROUNDING * length) {
                return false;
            }
        }
        for (double share : face.multipliers(direction)) {
            if (share < -ROUNDING * length) {
                return false;
            }
        }
        return true;
    }
}
