package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.stats.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A converged model, or the limit of one that is separated: what all intervals, tests and summaries are made from. */
final class Estimation {

    private final Regression model;
    private final Rescue rescue;
    private final ModelFrame frame;
    private final Design design;
    private final Likelihood likelihood;
    private final Optional<Solution> solution;
    private final Optional<LimitingFit> limiting;
    private final double nullDeviance;
    private final double[][] toRaw;
    private final double[] estimates;
    private final double[][] working;
    private final double[][] covariance;

    private Estimation(Regression model, ModelFrame frame, Design design, Rescue rescue) {
        Maximizer maximizer = new Maximizer(model, frame);
        this.model = model;
        this.frame = frame;
        this.design = design;
        this.likelihood = new Likelihood(model.family(), model.link(), design, frame);
        this.solution = Optional.of(maximizer.maximize(likelihood, design));
        this.rescue = rescue == Rescue.NONE ? maximizer.rescue() : rescue;
        this.limiting = Optional.empty();
        this.nullDeviance = findNullDeviance();
        this.toRaw = design.basis().toRaw();
        this.estimates = design.basis().raw(solution().coefficients());
        requireResidual();
        this.working = findWorkingCovariance();
        this.covariance = findCovariance();
    }

    /** Of a separated outcome. */
    private Estimation(Regression model, ModelFrame frame, Design design, SeparationException separated) {
        this.model = model;
        this.frame = frame;
        this.design = design;
        this.likelihood = new Likelihood(model.family(), model.link(), design, frame);
        this.solution = Optional.empty();
        this.rescue = Rescue.NONE;
        LimitingFit limit = new Maximizer(model, frame).named(() -> new LimitingFit(model, frame, design, separated));
        this.limiting = Optional.of(limit);
        this.nullDeviance = findNullDeviance();
        this.toRaw = design.basis().toRaw();
        this.estimates =
                IntStream.range(0, design.size()).mapToDouble(limit::estimate).toArray();
        this.working = new double[0][];
        this.covariance = new double[0][];
    }

    static Estimation of(Regression model, ModelFrame frame, Rescue rescue) {
        Design design = Design.of(new ColumnPlan(model.formula(), frame), frame.size());
        if (design.size() == 0) {
            throw new InputException("the model " + model.formula()
                    + " has nothing to estimate; give it a term that varies or an intercept");
        }
        if (design.columnCount() > frame.size()) {
            throw new InputException("the model has " + design.columnCount() + " coefficients and only " + frame.size()
                    + (frame.size() == 1 ? " row" : " rows") + " to estimate them from; leave terms out");
        }
        try {
            return new Estimation(model, frame, design, rescue);
        } catch (SeparationException e) {
            if (model.standardErrors() != StandardErrors.MODEL) {
                throw e.of("the robust errors of " + model.likelihood());
            }
            return new Estimation(model, frame, design, e);
        }
    }

    /** Of the constant alone, as R has it; of the offset alone in a model without intercept. */
    private double findNullDeviance() {
        if (!model.formula().intercept()) {
            return likelihood.offsetDeviance();
        }
        if (model.formula().offsets().isEmpty()) {
            return likelihood.constantDeviance(frame.meanOutcome());
        }
        Design constant = Design.constant(frame.size());
        return new Maximizer(model, frame)
                .maximize(new Likelihood(model.family(), model.link(), constant, frame), constant)
                .deviance();
    }

    private void requireResidual() {
        if (model.family().estimatesDispersion() && residualDf() <= 0) {
            throw new InputException("the model has as many coefficients (" + size() + ") as observations ("
                    + frame.observations()
                    + "); nothing is left to estimate the residual variance from. Leave terms out");
        }
    }

    private double[][] findWorkingCovariance() {
        double[][] inverse = solution().information().inverse();
        for (double[] row : inverse) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= dispersion();
            }
        }
        return inverse;
    }

    private double[][] findCovariance() {
        int p = size();
        double[][] half = new double[p][p];
        double[][] outer = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                half[j][k] = Step.dot(toRaw[j], working[k]);
            }
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                outer[j][k] = Step.dot(half[j], toRaw[k]);
                outer[k][j] = outer[j][k];
            }
        }
        return outer;
    }

    Regression model() {
        return model;
    }

    Rescue rescue() {
        return rescue;
    }

    ModelFrame frame() {
        return frame;
    }

    Design design() {
        return design;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    /**
     * The maximum.
     *
     * @throws SeparationException if the outcome is separated
     */
    Solution solution() {
        return solution.orElseThrow(() -> limiting.orElseThrow().exception());
    }

    /** What there is in place of a maximum if the outcome is separated. */
    Optional<LimitingFit> limiting() {
        return limiting;
    }

    double deviance() {
        return solution.map(Solution::deviance)
                .or(() -> limiting.map(LimitingFit::deviance))
                .orElseThrow();
    }

    /** How many coefficients are estimated. */
    int size() {
        return estimates.length;
    }

    double estimate(int j) {
        return estimates[j];
    }

    /** NaN where the estimate is infinite. */
    double standardError(int j) {
        return limiting.isPresent() ? limiting.get().standardError(j) : Math.sqrt(covariance[j][j]);
    }

    /**
     * Of two estimates.
     *
     * @throws SeparationException if the outcome is separated
     */
    double covariance(int j, int k) {
        if (limiting.isPresent()) {
            throw limiting.get().exception();
        }
        return covariance[j][k];
    }

    /** The combination of working coefficients that is raw coefficient j. */
    double[] direction(int j) {
        return toRaw[j];
    }

    /** The covariance matrix of the working coefficients. */
    double[][] workingCovariance() {
        return working;
    }

    Glance glance() {
        long n = frame.observations();
        int parameters = design.size() + (model.family().estimatesDispersion() ? 1 : 0);
        double logLik = logLikelihood();
        return new Glance(
                n,
                residualDf(),
                nullDeviance,
                deviance(),
                logLik,
                2 * parameters - 2 * logLik,
                parameters * Math.log((double) n) - 2 * logLik);
    }

    double nullDeviance() {
        return nullDeviance;
    }

    long residualDf() {
        return frame.observations() - size();
    }

    /** The residual variance of a linear model; 1 otherwise. */
    double dispersion() {
        return model.family().estimatesDispersion() ? deviance() / residualDf() : 1;
    }

    double logLikelihood() {
        double logLikelihood =
                model.family().logLikelihood(deviance(), likelihood.saturated(), (double) frame.observations());
        return model.weights().kind() == Weights.Kind.PRECISION
                ? logLikelihood + frame.sumOfLogWeights() / 2
                : logLikelihood;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(frame.notes());
        notes.addAll(design.aliasNotes());
        if (rescue != Rescue.NONE) {
            notes.add(rescue.note());
        }
        if (model.weights().kind() == Weights.Kind.PROBABILITY) {
            notes.add("deviance, log likelihood, AIC and BIC are those of a working likelihood: " + model.weights()
                    + " are no likelihood of the sample");
        } else if (model.family().isWorking()) {
            notes.add("deviance, log likelihood, AIC and BIC are those of counts, not of the outcome");
        }
        limiting.ifPresent(limit -> notes.add(limit.exception().finding().toString()));
        if (model.family().estimatesDispersion() && deviance() < 1e-24 * nullDeviance) {
            notes.add("the fit is perfect to rounding; standard errors and p-values mean nothing");
        }
        return notes;
    }
}
