package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fit whose maximum lies where a risk is 1, or 0. The estimates are the maximum likelihood ones (Donoghoe and
 * Marschner 2018, Journal of Statistical Software 86(9)); standard errors have no meaning there, as the likelihood is
 * not flat at its top, and limits and tests come from its profile.
 */
final class BoundaryFit {

    private final Regression model;
    private final Design design;
    private final BoundaryLikelihood likelihood;
    private final BoundaryMaximum maximum;

    BoundaryFit(Regression model, Design design, BoundaryException found) {
        this.model = model;
        this.design = design;
        this.likelihood = found.likelihood();
        this.maximum = found.maximum();
    }

    double[] coefficients() {
        return maximum.coefficients();
    }

    double estimate(int j) {
        return maximum.value(design.basis().toRaw()[j]);
    }

    double deviance() {
        return -2 * maximum.value();
    }

    BoundaryProfile profile(int j) {
        return new BoundaryProfile(likelihood, maximum, design.basis().toRaw()[j]);
    }

    private String risk() {
        return model.link() == Link.LOG ? "1" : "0 or 1";
    }

    /** For a reader. */
    String note() {
        long[] people = likelihood.observationsAtBound(maximum.coefficients());
        String both = IntStream.of(0, 1)
                .filter(risk -> people[risk] > 0)
                .mapToObj(risk -> people[risk] + " with a fitted risk of " + risk)
                .collect(Collectors.joining(" and "));
        return "the maximum lies on the boundary of what the model allows, " + both
                + ". Standard errors have no meaning there; limits and tests are those of the profile likelihood, and"
                + " a limit may be the last value that is possible";
    }

    /** The refusal of what needs standard errors. */
    InputException exception(String what) {
        return new InputException(what + " need a maximum inside what the model allows; that of the " + model.model()
                + " model of " + model.formula().outcome() + " lies where a fitted risk is " + risk()
                + ". Take its profile limits, or fit a "
                + (model.link() == Link.LOG ? "poisson-robust or logistic model" : "logistic model"));
    }
}
