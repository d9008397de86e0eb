package cohortkit.stats.regression;

import java.util.Optional;

/**
 * Likelihood, gradient and observed information of a binomial model with log or identity link. Its likelihood is
 * concave where all risks are possible, so that Newton's method by the observed information finds the maximum from any
 * start inside, if there is one inside. Iterations by the expected information may circle it, or end where a risk is 0
 * or 1: that information grows there without bound, and the steps vanish although the likelihood still rises.
 */
final class ObservedInformation {

    private static final int MOST_STEPS = 40;

    private static final int MOST_HALVINGS = 20;

    /** After so many steps that the edge cut short, the maximum lies there. */
    private static final int MOST_CUT = 4;

    /** Squared step in standard errors that is rounding. */
    private static final double STILL = 1e-10;

    private static final double DONE = 1e-20;

    private final Regression model;
    private final Design design;
    private final ModelFrame frame;
    private final double[] at;
    private final double[] gradient;
    private final double[][] information;
    private double logLikelihood;
    private boolean possible = true;
    private boolean wasCut;

    private ObservedInformation(Regression model, Design design, ModelFrame frame, double[] at) {
        this.model = model;
        this.design = design;
        this.frame = frame;
        this.at = at;
        this.gradient = new double[at.length];
        this.information = new double[at.length][at.length];
        RowScores.etas(design, frame, at, this::add);
    }

    static boolean appliesTo(Regression model) {
        return model.family() == Family.BINOMIAL && model.link() != Link.LOGIT;
    }

    static boolean isMaximum(Regression model, Design design, ModelFrame frame, double[] at) {
        return !appliesTo(model)
                || new ObservedInformation(model, design, frame, at).decrement(Optional.empty()) < STILL;
    }

    /**
     * The maximum, among coefficients whose fixed combination is as at the start.
     *
     * @throws ConvergenceException if there is none inside
     */
    static double[] maximize(
            Regression model, Design design, ModelFrame frame, double[] start, Optional<double[]> fixed) {
        ObservedInformation here = new ObservedInformation(model, design, frame, start);
        if (!here.possible) {
            throw new ConvergenceException("the starting values give a mean that the model does not allow");
        }
        int cut = 0;
        for (int steps = 0; steps < MOST_STEPS && cut < MOST_CUT && here.decrement(fixed) > DONE; steps++) {
            ObservedInformation next = here.next(fixed);
            cut += next.wasCut ? 1 : 0;
            if (next == here) {
                break;
            }
            here = next;
        }
        if (here.decrement(fixed) >= STILL) {
            throw new ConvergenceException("the likelihood rises up to the edge of what is possible");
        }
        return here.at;
    }

    private void add(int row, double[] z, double eta) {
        Link link = model.link();
        double mean = link.mean(eta);
        double complement = link.complement(eta);
        if (!possible || !(mean > 0 && complement > 0)) {
            possible = false;
            return;
        }
        boolean event = frame.outcome()[row] > 0.5;
        double weight = frame.weights()[row];
        double slope = link.slope(mean, complement);
        double score = event ? slope / mean : -slope / complement;
        double bend = link == Link.LOG ? (event ? 0 : slope / (complement * complement)) : score * score;
        logLikelihood -= weight / 2 * Family.BINOMIAL.deviance(frame.outcome()[row], mean, complement);
        for (int j = 0; j < at.length; j++) {
            gradient[j] += weight * score * z[j];
            for (int k = 0; k <= j; k++) {
                information[k][j] += weight * bend * z[j] * z[k];
            }
        }
    }

    /** The squared length of the next step in standard errors; infinite where the information does not say. */
    private double decrement(Optional<double[]> fixed) {
        if (!possible) {
            return Double.POSITIVE_INFINITY;
        }
        return step(fixed).map(step -> Math.max(0, Step.dot(gradient, step))).orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<double[]> step(Optional<double[]> fixed) {
        Cholesky cholesky = Cholesky.of(information, 1e-15);
        if (!cholesky.isFull(at.length)) {
            return Optional.empty();
        }
        double[] step = cholesky.solve(gradient);
        fixed.ifPresent(direction -> {
            double[] response = cholesky.solve(direction);
            double multiplier = Step.dot(direction, step) / Step.dot(direction, response);
            for (int j = 0; j < step.length; j++) {
                step[j] -= multiplier * response[j];
            }
        });
        return Optional.of(step);
    }

    /** A point of higher likelihood; this one if none is found. */
    private ObservedInformation next(Optional<double[]> fixed) {
        Optional<double[]> found = step(fixed);
        if (found.isEmpty()) {
            return this;
        }
        double[] step = found.get();
        double share = 1;
        boolean cut = false;
        for (int i = 0; i < MOST_HALVINGS; i++, share /= 2) {
            double[] there = at.clone();
            for (int j = 0; j < there.length; j++) {
                there[j] += share * step[j];
            }
            ObservedInformation next = new ObservedInformation(model, design, frame, there);
            if (next.possible && next.logLikelihood > logLikelihood) {
                next.wasCut = cut && share < 0.1;
                return next;
            }
            cut |= !next.possible;
        }
        return this;
    }
}
