package cohortkit.claims.files;

import cohortkit.claims.Finding;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.LikelihoodRatio;
import cohortkit.stats.regression.Model;
import java.util.Map;

/** Coefficients of regression models. */
final class ModelFunctions {

    static final Map<String, ComputeFunction> ALL = Map.of(
            "coefficient", ModelFunctions::coefficient,
            "logLikelihood", ModelFunctions::logLikelihood,
            "rateRatio", call -> ratio(call, Measure.RATE_RATIO));

    private static final String FORM = "(FORMULA, TERM [, MODEL] [, WALD or PROFILE] [, LEVEL%])";

    private ModelFunctions() {}

    private static Finding coefficient(Call call) {
        Options options = call.options(2);
        return call.finding(
                fit(call, options, Model.LOGISTIC, "coefficient" + FORM).estimate(call.text(1, "coefficient" + FORM)));
    }

    /** The ratio of a term of the model that has such ratios. */
    static Finding ratio(Call call, Measure measure) {
        Model usual = measure == Measure.RATE_RATIO ? Model.POISSON : Model.LOGISTIC;
        String form = (measure == Measure.RATE_RATIO ? "rateRatio" : "oddsRatio") + FORM;
        Estimate estimate = fit(call, call.options(2), usual, form).ratio(call.text(1, form));
        if (estimate.measure() != measure) {
            throw new InputException(
                    "the model gives " + estimate.measure().label() + "s, not " + measure.label() + "s");
        }
        return call.finding(estimate);
    }

    private static Finding logLikelihood(Call call) {
        Fit fit = fit(call, call.options(1), Model.LOGISTIC, "logLikelihood(FORMULA [, MODEL])");
        return call.finding(Estimate.withoutInterval(
                Measure.LOG_LIKELIHOOD, fit.logLik(), Convention.of("log likelihood of " + call.text(0, ""), "")));
    }

    private static Fit fit(Call call, Options options, Model usual, String form) {
        double level = options.level();
        Model model = options.method(usual);
        CoefficientInterval interval = options.method(CoefficientInterval.WALD);
        options.requireAllRead(Model.class);
        return fit(call, call.text(0, form), model).with(interval).withLevel(level);
    }

    private static Fit fit(Call call, String text, Model model) {
        Formula formula = Formula.parse(text);
        Fit fit = model.of(formula).with(call.weights()).fit(call.cohort());
        formula.variables().forEach(call::reading);
        return fit;
    }

    /** The likelihood-ratio test of two nested models. */
    static Finding likelihoodRatio(Call call, boolean statistic, String form) {
        Options options = call.options(3);
        Model model = options.method(Model.LOGISTIC);
        options.requireAllRead(Model.class);
        return call.finding(
                LikelihoodRatio.test(fit(call, call.text(1, form), model), fit(call, call.text(2, form), model)),
                statistic);
    }

    /** The Wald test of one term. */
    static Finding wald(Call call, String form) {
        Options options = call.options(3);
        Model model = options.method(Model.LOGISTIC);
        options.requireAllRead(Model.class);
        String term = call.text(2, form);
        Fit fit = fit(call, call.text(1, form), model);
        return fit.tidy().stream()
                .filter(row -> row.term().equals(term))
                .findFirst()
                .map(row -> call.finding(Estimate.withoutInterval(
                        Measure.P_VALUE, row.pValue(), Convention.of("Wald test of " + term, ""))))
                .orElseThrow(() -> new InputException("no term '" + term + "'; there are " + fit.terms()));
    }
}
