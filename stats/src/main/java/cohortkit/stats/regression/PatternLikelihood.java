package cohortkit.stats.regression;

/**
 * The likelihood of patterns, as it is or penalized by Jeffreys' prior: half the logarithm of the determinant of the
 * information about all coefficients (Firth 1993, Biometrika 80:27).
 */
final class PatternLikelihood {

    private static final int MOST_STEPS = 5000;

    private static final int MOST_HALVINGS = 60;

    /** Squared steps in standard errors. */
    private static final double DONE = 1e-27;

    private static final double CONVERGED = 1e-17;

    private static final double[] LOWER_STARTS = {0, 1, 3, 10, 30};

    private final Family family;
    private final Link link;
    private final Patterns rows;
    private final boolean penalized;

    private PatternLikelihood(Family family, Link link, Patterns rows, boolean penalized) {
        this.family = family;
        this.link = link;
        this.rows = rows;
        this.penalized = penalized;
    }

    static PatternLikelihood of(Regression model, Patterns rows) {
        return new PatternLikelihood(model.family(), model.link(), rows, false);
    }

    static PatternLikelihood penalized(Regression model, Patterns rows) {
        return new PatternLikelihood(model.family(), model.link(), rows, true);
    }

    /** Each pattern at its linear predictor. */
    private final class Sums {
        final double[] eta;
        final double[] slope = new double[rows.size()];
        final double[] information = new double[rows.size()];
        final double[] leverage = new double[rows.size()];
        double deviance;

        Sums(double[] eta) {
            this.eta = eta;
            for (int i = 0; i < eta.length && deviance < Double.POSITIVE_INFINITY; i++) {
                add(i);
            }
            if (penalized && isPossible()) {
                penalize();
            }
        }

        private void add(int i) {
            double mean = link.mean(eta[i]);
            double complement = link.complement(eta[i]);
            double variance = family.variance(mean, complement);
            if (!(variance > 0) || variance == Double.POSITIVE_INFINITY) {
                deviance = Double.POSITIVE_INFINITY;
                return;
            }
            double weight = rows.weight()[i];
            double share = link.slope(mean, complement) / variance;
            slope[i] = weight * share * family.residual(rows.outcome()[i], mean, complement);
            information[i] = weight * share * share * variance;
            deviance += weight * family.deviance(rows.outcome()[i], mean, complement);
        }

        private void penalize() {
            double[][] z = rows.columns();
            Cholesky all = Cholesky.of(cross(z, information), 0);
            if (!all.isFull(z.length)) {
                deviance = Double.POSITIVE_INFINITY;
                return;
            }
            double[][] upper = all.upper();
            for (int j = 0; j < z.length; j++) {
                deviance -= 2 * Math.log(upper[j][j]);
            }
            double[] part = new double[z.length];
            for (int i = 0; i < eta.length; i++) {
                double square = 0;
                for (int j = 0; j < part.length; j++) {
                    double rest = z[j][i];
                    for (int k = 0; k < j; k++) {
                        rest -= upper[k][j] * part[k];
                    }
                    part[j] = rest / upper[j][j];
                    square += part[j] * part[j];
                }
                leverage[i] = information[i] * square;
                slope[i] += leverage[i] * (link.complement(eta[i]) - link.mean(eta[i])) / 2;
                information[i] += leverage[i] * information[i] / rows.weight()[i];
            }
        }

        boolean isPossible() {
            return deviance < Double.POSITIVE_INFINITY && !Double.isNaN(deviance);
        }
    }

    /** The maximum, from a start, with the combination held if there is one. */
    Peak maximize(Subspace space, double held, double[] start) {
        return maximize(space, held, start, MOST_STEPS);
    }

    /** The same in so many steps, or not at all. */
    Peak maximize(Subspace space, double held, double[] start, int mostSteps) {
        double[][] columns = space.columns();
        double[] at = start;
        Sums sums = new Sums(eta(space, held, at));
        if (!sums.isPossible()) {
            throw new ConvergenceException("the starting values give a mean that the model does not allow");
        }
        double before = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps < mostSteps; steps++) {
            Cholesky curvature = Cholesky.of(cross(columns, sums.information), 1e-15);
            if (!curvature.isFull(columns.length)) {
                throw new ConvergenceException("the information about the coefficients vanished");
            }
            double[] gradient = new double[columns.length];
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] = Step.dot(columns[j], sums.slope);
            }
            double[] step = curvature.solve(gradient);
            double size = Step.dot(gradient, step);
            if (size <= DONE || (size <= CONVERGED && size >= before)) {
                return new Peak(at, sums.eta, sums.deviance, sums.leverage);
            }
            before = size;
            double share = 1;
            double[] next = at;
            Sums there = sums;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                next = moved(at, step, share);
                there = new Sums(eta(space, held, next));
                if (better(there, sums)) {
                    break;
                }
                share /= 2;
            }
            if (!better(there, sums)) {
                throw new ConvergenceException("the iterations came to no maximum in " + steps + " steps");
            }
            at = next;
            sums = there;
        }
        throw new ConvergenceException("the iterations came to no maximum in " + mostSteps + " steps");
    }

    /** How many patterns there are. */
    int size() {
        return rows.size();
    }

    double devianceAt(double[] eta) {
        return new Sums(eta).deviance;
    }

    private static boolean better(Sums there, Sums here) {
        return there.isPossible() && there.deviance <= here.deviance + 1e-12 * (Math.abs(here.deviance) + 1e-3);
    }

    private static double[] moved(double[] at, double[] step, double share) {
        double[] next = at.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += share * step[j];
        }
        return next;
    }

    /** The inverse of the information about the free coefficients, without the penalty. */
    double[][] covariance(Subspace space, Peak peak) {
        PatternLikelihood plain = new PatternLikelihood(family, link, rows, false);
        return Cholesky.of(cross(space.columns(), plain.new Sums(peak.eta()).information), 0)
                .inverse();
    }

    /** Coefficients with linear predictors that are as equal as they can be, and allowed. */
    double[] start(Subspace space, double held) {
        double[] ones = new double[rows.size()];
        java.util.Arrays.fill(ones, 1);
        Cholesky cross = Cholesky.of(cross(space.columns(), ones), 0);
        double mean = Math.max(0.01, rows.meanOutcome());
        double level = link == Link.LOGIT ? 0 : link.eta(family == Family.BINOMIAL ? Math.min(0.9, mean) : mean);
        double[] start = new double[space.columns().length];
        for (double lower : LOWER_STARTS) {
            double[] right = new double[start.length];
            for (int i = 0; i < rows.size(); i++) {
                double gap = level - lower - rows.offset()[i] - held * space.shift()[i];
                for (int j = 0; j < right.length; j++) {
                    right[j] += space.columns()[j][i] * gap;
                }
            }
            start = cross.solve(right);
            if (new Sums(eta(space, held, start)).isPossible()) {
                return start;
            }
        }
        return start;
    }

    /** Whether a pattern whose linear predictor depends on the held value alone has a mean that the model forbids. */
    boolean rulesOut(Subspace space, double held) {
        double[] eta = eta(space, held, new double[space.columns().length]);
        for (int i = 0; i < eta.length; i++) {
            int pattern = i;
            boolean fixed =
                    java.util.Arrays.stream(space.columns()).allMatch(column -> Math.abs(column[pattern]) < 1e-12);
            if (fixed && !(family.variance(link.mean(eta[i]), link.complement(eta[i])) > 0)) {
                return true;
            }
        }
        return false;
    }

    private double[] eta(Subspace space, double held, double[] coefficients) {
        double[] eta = rows.offset().clone();
        for (int i = 0; i < eta.length; i++) {
            eta[i] += held * space.shift()[i];
        }
        for (int j = 0; j < coefficients.length; j++) {
            double[] column = space.columns()[j];
            for (int i = 0; i < eta.length; i++) {
                eta[i] += coefficients[j] * column[i];
            }
        }
        return eta;
    }

    private static double[][] cross(double[][] columns, double[] by) {
        double[][] cross = new double[columns.length][columns.length];
        double[] weighted = new double[by.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < by.length; i++) {
                weighted[i] = by[i] * columns[j][i];
            }
            for (int k = 0; k <= j; k++) {
                cross[k][j] = Step.dot(weighted, columns[k]);
            }
        }
        return cross;
    }
}
