package cohortkit.stats.regression;

/** The maximum of a penalized likelihood, and what profiles and predictions are made from. */
final class FirthMaximum {

    private final Regression model;
    private final Design design;
    private final Patterns rows;
    private final PatternLikelihood likelihood;
    private final Subspace space;
    private final Peak peak;
    private final double[][] toRaw;
    private final double[] estimates;
    private final double[][] covariance;

    FirthMaximum(Regression model, ModelFrame frame, Design design) {
        this.model = model;
        this.design = design;
        this.rows = Patterns.of(design, frame);
        this.likelihood = PatternLikelihood.penalized(model, rows);
        this.space = Subspace.whole(rows);
        this.peak = likelihood.maximize(space, 0, likelihood.start(space, 0));
        this.toRaw = design.basis().toRaw();
        this.estimates = design.basis().raw(peak.coefficients());
        this.covariance = likelihood.covariance(space, peak);
    }

    double estimate(int j) {
        return estimates[j];
    }

    double standardError(int j) {
        double variance = 0;
        for (int k = 0; k < covariance.length; k++) {
            variance += toRaw[j][k] * Step.dot(covariance[k], toRaw[j]);
        }
        return Math.sqrt(variance);
    }

    HeldProfile profile(int j) {
        return new HeldProfile(
                likelihood, Subspace.held(rows, toRaw[j]), peak.deviance(), standardError(j), estimates[j]);
    }

    /** In terms of the columns as they are: a change of units adds a constant to the penalty. */
    double penalizedLogLik() {
        double[][] square = new double[toRaw.length][toRaw.length];
        for (int j = 0; j < toRaw.length; j++) {
            for (int k = j; k < toRaw.length; k++) {
                square[j][k] = Step.dot(toRaw[j], toRaw[k]);
            }
        }
        double[][] upper = Cholesky.of(square, 0).upper();
        double logDeterminant = 0;
        for (int j = 0; j < upper.length; j++) {
            logDeterminant += Math.log(upper[j][j]);
        }
        return -peak.deviance() / 2 - logDeterminant;
    }

    /** Without the penalty. */
    double deviance() {
        return PatternLikelihood.of(model, rows).devianceAt(peak.eta());
    }

    /** Of the maximum of the intercept alone, with offsets; of the offsets in a model without intercept. */
    double nullDeviance() {
        if (!model.formula().intercept()) {
            return PatternLikelihood.of(model, rows).devianceAt(rows.offset());
        }
        Patterns alone = rows.onlyConstant();
        return PatternLikelihood.of(model, alone)
                .maximize(Subspace.whole(alone), 0, new double[1])
                .deviance();
    }

    Design design() {
        return design;
    }

    /** By how much all linear predictors move for the risks to have the observed mean; nothing else changes. */
    double interceptShift() {
        Patterns shifted = rows.withOffset(peak.eta()).onlyConstant();
        Subspace constant = Subspace.whole(shifted);
        PatternLikelihood plain = PatternLikelihood.of(model, shifted);
        return plain.maximize(constant, 0, new double[1]).coefficients()[0];
    }

    /** Raw coefficients of the fit to the rows and to their share of the penalty as rows with a term of their own. */
    double[] augmented() {
        Patterns more = rows.augmented(peak.leverage());
        Subspace space = Subspace.whole(more);
        double[] start = java.util.Arrays.copyOf(peak.coefficients(), peak.coefficients().length + 1);
        double[] all =
                PatternLikelihood.of(model, more).maximize(space, 0, start).coefficients();
        return design.basis().raw(java.util.Arrays.copyOf(all, all.length - 1));
    }

    double[] estimates() {
        return estimates.clone();
    }
}
