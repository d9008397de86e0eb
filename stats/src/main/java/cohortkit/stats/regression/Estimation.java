package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A converged model, or the limit of one that is separated: what all intervals, tests and summaries are made from. */
final class Estimation {

    private final Regression model;
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

    private Estimation(Regression model, ModelFrame frame, Design design) {
        this.model = model;
        this.frame = frame;
        this.design = design;
        this.likelihood = new Likelihood(model.family(), model.link(), design, frame);
        this.solution = Optional.of(maximize(likelihood, design));
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
        LimitingFit limit = named(() -> new LimitingFit(model, frame, design, separated));
        this.limiting = Optional.of(limit);
        this.nullDeviance = findNullDeviance();
        this.toRaw = design.basis().toRaw();
        this.estimates =
                IntStream.range(0, design.size()).mapToDouble(limit::estimate).toArray();
        this.working = new double[0][];
        this.covariance = new double[0][];
    }

    static Estimation of(Regression model, ModelFrame frame) {
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
            return new Estimation(model, frame, design);
        } catch (SeparationException e) {
            return new Estimation(model, frame, design, e);
        }
    }

    private Solution maximize(Likelihood of, Design with) {
        Runnable atEdge = () -> {
            if (model.family() != Family.GAUSSIAN) {
                new Separation(with, frame, model.link()).refuse();
            }
        };
        double[] flat = with.basis().flat(with.hasConstant() ? constant() : 0);
        return named(() -> new Newton(of, atEdge).maximize(nearby(of, flat)));
    }

    private <T> T named(Supplier<T> maximum) {
        try {
            return maximum.get();
        } catch (ConvergenceException e) {
            throw new ConvergenceException(model.model().label() + " regression of "
                    + model.formula().outcome() + " did not converge: " + e.getMessage() + hint());
        }
    }

    /** The maximum of a sample of the rows, where steps on it save steps on all of them and cannot lead astray. */
    private double[] nearby(Likelihood of, double[] flat) {
        boolean canonical = model.model() == Model.LOGISTIC || model.model() == Model.POISSON;
        return Optional.of(of)
                .filter(all -> canonical)
                .flatMap(Likelihood::sample)
                .flatMap(sample -> new Newton(sample, () -> {}).approach(flat))
                .orElse(flat);
    }

    private String hint() {
        return model.model() == Model.LOG_BINOMIAL
                ? "; the maximum may lie where a risk is 1. Use a logistic or a Poisson model"
                : "; check the scale of the variables and offsets";
    }

    /** The constant that gives the mean of the outcome, offsets taken into account. */
    private double constant() {
        Link link = model.link();
        double sum = 0;
        double total = 0;
        for (int i = 0; i < frame.size(); i++) {
            sum += frame.weights()[i] * link.mean(frame.offset()[i]);
            total += frame.weights()[i];
        }
        boolean shifted = !model.formula().offsets().isEmpty();
        return link.eta(frame.meanOutcome()) - (shifted ? link.eta(sum / total) : 0);
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
        return maximize(new Likelihood(model.family(), model.link(), constant, frame), constant)
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
        return model.family().logLikelihood(deviance(), likelihood.saturated(), (double) frame.observations());
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(frame.notes());
        notes.addAll(design.aliasNotes());
        limiting.ifPresent(limit -> notes.add(limit.exception().finding().toString()));
        if (model.family().estimatesDispersion() && deviance() < 1e-24 * nullDeviance) {
            notes.add("the fit is perfect to rounding; standard errors and p-values mean nothing");
        }
        return notes;
    }
}
