package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.stats.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
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
    private final Optional<BoundaryFit> boundary;
    private final double nullDeviance;
    private final double[][] toRaw;
    private final double[] estimates;
    private final double[][] working;
    private final double[][] covariance;

    private Estimation(
            Regression model,
            ModelFrame frame,
            Design design,
            Rescue rescue,
            Optional<Solution> solution,
            Optional<LimitingFit> limiting,
            Optional<BoundaryFit> boundary) {
        this.model = model;
        this.frame = frame;
        this.design = design;
        this.rescue = rescue;
        this.likelihood = new Likelihood(model.family(), model.link(), design, frame);
        this.solution = solution;
        this.limiting = limiting;
        this.boundary = boundary;
        this.nullDeviance = findNullDeviance();
        this.toRaw = design.basis().toRaw();
        this.estimates = limiting.<IntToDoubleFunction>map(limit -> limit::estimate)
                .or(() -> boundary.map(fit -> fit::estimate))
                .map(estimate ->
                        IntStream.range(0, design.size()).mapToDouble(estimate).toArray())
                .orElseGet(() -> design.basis().raw(coefficients()));
        requireResidual();
        this.working = solution.isPresent() ? findWorkingCovariance() : new double[0][];
        this.covariance = solution.isPresent() ? findCovariance() : new double[0][];
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
        Maximizer maximizer = new Maximizer(model, frame);
        try {
            Solution maximum = maximizer.maximize(new Likelihood(model.family(), model.link(), design, frame), design);
            Rescue taken = rescue == Rescue.NONE ? maximizer.rescue() : rescue;
            return new Estimation(
                    model, frame, design, taken, Optional.of(maximum), Optional.empty(), Optional.empty());
        } catch (SeparationException e) {
            if (model.standardErrors() != StandardErrors.MODEL) {
                throw e.of("the robust errors of " + model.likelihood());
            }
            LimitingFit limit = maximizer.named(() -> new LimitingFit(model, frame, design, e));
            return new Estimation(
                    model, frame, design, Rescue.NONE, Optional.empty(), Optional.of(limit), Optional.empty());
        } catch (BoundaryException e) {
            BoundaryFit boundary = new BoundaryFit(model, design, e);
            if (model.standardErrors() != StandardErrors.MODEL) {
                throw new ConvergenceException(boundary.exception("the robust errors of " + model.likelihood())
                        .getMessage());
            }
            return new Estimation(
                    model, frame, design, Rescue.BOUNDARY, Optional.empty(), Optional.empty(), Optional.of(boundary));
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
        try {
            return new Maximizer(model, frame)
                    .maximize(new Likelihood(model.family(), model.link(), constant, frame), constant)
                    .deviance();
        } catch (BoundaryException e) {
            return new BoundaryFit(model, constant, e).deviance();
        }
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
     * @throws InputException if the maximum lies on the boundary
     */
    Solution solution() {
        return solution.orElseThrow(() -> refusal("standard errors"));
    }

    private InputException refusal(String what) {
        return boundary.map(fit -> fit.exception(what))
                .or(() -> limiting.map(LimitingFit::exception))
                .orElseThrow();
    }

    /**
     * Of the working columns.
     *
     * @throws SeparationException if the outcome is separated
     */
    double[] coefficients() {
        return boundary.map(BoundaryFit::coefficients)
                .orElseGet(() -> solution().coefficients());
    }

    /** What there is in place of a maximum inside, if it lies on the boundary. */
    Optional<BoundaryFit> boundary() {
        return boundary;
    }

    /** What there is in place of a maximum if the outcome is separated. */
    Optional<LimitingFit> limiting() {
        return limiting;
    }

    double deviance() {
        return solution.map(Solution::deviance)
                .or(() -> limiting.map(LimitingFit::deviance))
                .or(() -> boundary.map(BoundaryFit::deviance))
                .orElseThrow();
    }

    /** How many coefficients are estimated. */
    int size() {
        return estimates.length;
    }

    double estimate(int j) {
        return estimates[j];
    }

    /** NaN where the estimate is infinite, or the maximum on the boundary. */
    double standardError(int j) {
        if (boundary.isPresent()) {
            return Double.NaN;
        }
        return limiting.isPresent() ? limiting.get().standardError(j) : Math.sqrt(covariance[j][j]);
    }

    /**
     * Of two estimates.
     *
     * @throws SeparationException if the outcome is separated
     */
    double covariance(int j, int k) {
        if (solution.isEmpty()) {
            throw refusal("covariances");
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
            notes.add(boundary.map(BoundaryFit::note).orElseGet(rescue::note));
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
