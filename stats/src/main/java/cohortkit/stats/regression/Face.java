package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.List;

/** The coefficients that some rows, linearly independent, hold at their bounds. */
final class Face {

    private final List<double[]> normals;
    private final double[][] free;

    Face(List<double[]> normals, int size) {
        this.normals = normals;
        this.free = complement(normals, size);
    }

    /** Orthonormal directions within. */
    double[][] free() {
        return free;
    }

    /** By how much of each normal a gradient that is 0 within is made up. */
    double[] multipliers(double[] gradient) {
        double[][] cross = new double[normals.size()][normals.size()];
        double[] right = new double[normals.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = Step.dot(normals.get(i), gradient);
            for (int k = i; k < right.length; k++) {
                cross[i][k] = Step.dot(normals.get(i), normals.get(k));
            }
        }
        return Cholesky.of(cross, 0).solve(right);
    }

    private static double[][] complement(List<double[]> normals, int size) {
        List<double[]> all = new ArrayList<>();
        for (double[] normal : normals) {
            all.add(unit(rest(normal, all)));
        }
        double[][] free = new double[size - all.size()][];
        for (int i = 0; i < free.length; i++) {
            double[] longest = new double[size];
            for (int j = 0; j < size; j++) {
                double[] axis = new double[size];
                axis[j] = 1;
                double[] rest = rest(axis, all);
                if (Step.dot(rest, rest) > Step.dot(longest, longest)) {
                    longest = rest;
                }
            }
            free[i] = unit(longest);
            all.add(free[i]);
        }
        return free;
    }

    /** What orthonormal vectors leave of another, taken off twice against rounding. */
    private static double[] rest(double[] vector, List<double[]> others) {
        double[] rest = vector.clone();
        for (int round = 0; round < 2; round++) {
            for (double[] other : others) {
                double share = Step.dot(rest, other);
                for (int j = 0; j < rest.length; j++) {
                    rest[j] -= share * other[j];
                }
            }
        }
        return rest;
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(Step.dot(vector, vector));
        double[] unit = vector.clone();
        for (int j = 0; j < unit.length; j++) {
            unit[j] /= length;
        }
        return unit;
    }
}
