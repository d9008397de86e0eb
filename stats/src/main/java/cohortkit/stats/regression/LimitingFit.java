package cohortkit.stats.regression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the likelihood of a separated outcome at its end. Rows that are predicted without error no longer
 * count, and the others have a maximum: terms that these tell apart keep a finite estimate, the rest have none
 * (Geyer 2009, Electronic Journal of Statistics 3:259).
 */
final class LimitingFit {

    private static final double MOST_WORK = 500_000;

    private final Regression model;
    private final Design design;
    private final Separation separation;
    private final SeparationException exception;
    private final Patterns all;
    private final Map<String, Double> infinite = new HashMap<>();
    private final double[] estimates;
    private final double[] standardErrors;
    private double deviance;

    LimitingFit(Regression model, ModelFrame frame, Design design, SeparationException exception) {
        this.model = model;
        this.design = design;
        this.separation = new Separation(design, frame, model.link());
        this.exception = exception;
        this.all = Patterns.of(design, frame);
        this.estimates = new double[design.size()];
        this.standardErrors = new double[design.size()];
        exception.terms().forEach(term -> infinite.put(term.term(), term.limit()));
        Patterns left = all.without(exception.rows());
        if (left.size() > 0) {
            maximize(left);
        }
        for (int j = 0; j < estimates.length; j++) {
            Optional<Double> limit = limit(j);
            if (limit.isPresent()) {
                estimates[j] = limit.get();
                standardErrors[j] = Double.NaN;
            }
        }
    }

    private Peak peak(PatternLikelihood likelihood, Subspace space) {
        try {
            return likelihood.maximize(space, 0, likelihood.start(space, 0));
        } catch (ConvergenceException e) {
            if (!BoundaryLikelihood.appliesTo(model)) {
                throw e;
            }
            throw new ConvergenceException(
                    "the outcome is separated, and the rows that this leaves have their maximum on"
                            + " the boundary as well; " + exception.finding() + ". Merge levels or leave a term out");
        }
    }

    private void maximize(Patterns left) {
        Subspace space = Subspace.whole(left);
        PatternLikelihood likelihood = PatternLikelihood.of(model, left);
        Peak peak = peak(likelihood, space);
        double[][] covariance = likelihood.covariance(space, peak);
        double[][] toRaw = design.basis().toRaw();
        deviance = peak.deviance();
        for (int j = 0; j < estimates.length; j++) {
            double variance = 0;
            for (int k = 0; k < space.kept().length; k++) {
                double share = toRaw[j][space.kept()[k]];
                estimates[j] += share * peak.coefficients()[k];
                for (int l = 0; l < space.kept().length; l++) {
                    variance += share * covariance[k][l] * toRaw[j][space.kept()[l]];
                }
            }
            standardErrors[j] = Math.sqrt(variance);
        }
    }

    /** Infinite, NaN if the term could be anything; empty if its estimate is finite. */
    Optional<Double> limit(int j) {
        return Optional.ofNullable(infinite.get(design.column(j).name()));
    }

    /** Whether profiles of a penalized likelihood, which take rows and the cube of the terms, are done in about a second. */
    boolean isSmall() {
        return all.size() * Math.pow(design.size(), 3) <= MOST_WORK;
    }

    SeparationException exception() {
        return exception;
    }

    /** Of the whole model: rows predicted without error add nothing. */
    double deviance() {
        return deviance;
    }

    /** Infinite or NaN where there is no finite one. */
    double estimate(int j) {
        return estimates[j];
    }

    /** From the rows that still count; NaN where the estimate is not finite. */
    double standardError(int j) {
        return standardErrors[j];
    }

    /** Limits on both sides and the likelihood-ratio chi-square of 0. */
    record Range(double lower, double upper, double statistic) {}

    /** By the profile likelihood; the limit towards an infinite estimate is infinite too. */
    Range profile(int j, double z) {
        Optional<Double> limit = limit(j);
        if (limit.isPresent() && Double.isNaN(limit.get())) {
            return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        }
        Patterns rows = all.without(separation.rowsWithout(j));
        Subspace space = Subspace.held(rows, design.basis().toRaw()[j]);
        double unit = limit.isPresent() ? 1 / design.basis().scale(j) : standardErrors[j];
        HeldProfile profile = new HeldProfile(PatternLikelihood.of(model, rows), space, deviance, unit);
        double from = limit.isPresent() ? 0 : estimates[j];
        double statistic = profile.loss(0);
        boolean rises = limit.isPresent() && limit.get() > 0;
        boolean falls = limit.isPresent() && limit.get() < 0;
        return new Range(
                falls ? Double.NEGATIVE_INFINITY : profile.limit(-1, z, from),
                rises ? Double.POSITIVE_INFINITY : profile.limit(1, z, from),
                statistic);
    }
}
