package cohortkit.stats.regression;

import java.util.Arrays;

/**
 * The log likelihood of a binomial model with log or identity link, with the points where a risk is 1, or 0, and every
 * outcome of the row says so. It is concave, and those rows bound the coefficients by linear inequalities.
 */
final class BoundaryLikelihood {

    /** A risk may be beyond its bound by rounding. */
    private static final double ROUNDING = 1e-11;

    /** A row whose linear predictor moves by less than this share of its length stands still. */
    private static final double STILL = 1e-11;

    private final Link link;
    private final Design design;
    private final ModelFrame frame;

    BoundaryLikelihood(Regression model, Design design, ModelFrame frame) {
        this.link = model.link();
        this.design = design;
        this.frame = frame;
    }

    static boolean appliesTo(Regression model) {
        return model.family() == Family.BINOMIAL && model.link() != Link.LOGIT;
    }

    /** Value, gradient and observed information at some coefficients. */
    final class Point {
        final double[] at;
        final double[] gradient;
        final double[][] information;

        /** The sum of what rows pull at their linear predictors: a gradient far below is rounding. */
        double pull;

        double value;
        boolean possible = true;

        private Point(double[] at) {
            this.at = at;
            this.gradient = new double[at.length];
            this.information = new double[at.length][at.length];
            RowScores.etas(design, frame, at, this::add);
        }

        private void add(int row, double[] z, double eta) {
            double weight = frame.weights()[row];
            if (!possible || weight == 0) {
                return;
            }
            double mean = link.mean(eta);
            double complement = link.complement(eta);
            boolean event = isEvent(row);
            if (!((event ? mean : complement) > 0 && (event ? complement : mean) >= -ROUNDING)) {
                possible = false;
                return;
            }
            double slope = link.slope(mean, complement);
            double score = event ? slope / mean : -slope / complement;
            double bend = link == Link.IDENTITY ? score * score : event ? 0 : slope / (complement * complement);
            value -= weight / 2 * Family.BINOMIAL.deviance(frame.outcome()[row], mean, complement);
            pull += weight * Math.abs(score);
            for (int j = 0; j < at.length; j++) {
                gradient[j] += weight * score * z[j];
                for (int k = 0; k <= j; k++) {
                    information[k][j] += weight * bend * z[j] * z[k];
                }
            }
        }
    }

    Point at(double[] coefficients) {
        return new Point(coefficients);
    }

    /** How far one can go from a point in a direction, in lengths of the direction. */
    final class Reach {

        /** Up to where a row has a risk that its outcomes forbid. */
        double forbidden = Double.POSITIVE_INFINITY;

        /** Up to where a row comes to the risk that its outcomes have. */
        double bound = Double.POSITIVE_INFINITY;

        /** What must not grow there: that row's working columns, with the sign of its bound. */
        double[] normal = {};

        /** By how much the linear predictor of a row moves at most. */
        double most;

        private final double[] direction;
        private final double length;

        private Reach(double[] from, double[] direction) {
            this.direction = direction;
            this.length = Math.sqrt(Step.dot(direction, direction));
            RowScores.etas(design, frame, from, this::add);
        }

        private void add(int row, double[] z, double eta) {
            double along = Step.dot(direction, z);
            most = Math.max(most, Math.abs(along));
            if (frame.weights()[row] == 0
                    || Math.abs(along) <= STILL * length * Math.sqrt(Step.dot(z, z))
                    || (link == Link.LOG && along < 0)) {
                return;
            }
            double share = Math.max(0, along > 0 ? (top() - eta) / along : eta / -along);
            if (along > 0 != isEvent(row)) {
                forbidden = Math.min(forbidden, share);
            } else if (share < bound) {
                bound = share;
                normal = Arrays.stream(z).map(x -> along > 0 ? x : -x).toArray();
            }
        }
    }

    Reach reach(double[] from, double[] direction) {
        return new Reach(from, direction);
    }

    /** How many observations without an event have a risk of 0, and how many with one have a risk of 1. */
    long[] observationsAtBound(double[] coefficients) {
        double[] people = new double[2];
        RowScores.etas(design, frame, coefficients, (row, z, eta) -> {
            boolean event = isEvent(row);
            double gap = event ? link.complement(eta) : link.mean(eta);
            if (frame.weights()[row] > 0 && (link == Link.IDENTITY || event) && gap <= ROUNDING) {
                people[event ? 1 : 0] += frame.repeats(row);
            }
        });
        return Arrays.stream(people).mapToLong(Math::round).toArray();
    }

    private boolean isEvent(int row) {
        return frame.outcome()[row] > 0.5;
    }

    /** The linear predictor of a risk of 1. */
    private double top() {
        return link == Link.LOG ? 0 : 1;
    }
}
