package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Formula;
import cohortkit.core.Formula.Offset;
import cohortkit.core.Formula.Plain;
import cohortkit.core.Formula.Term;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Regression;
import java.util.List;

/** What checks of a model have in common: a second model on numbers made from the first. */
final class Refit {

    private Refit() {}

    static Term term(String name) {
        return new Term(List.of(new Plain(name)));
    }

    /** The same model with other terms. */
    static Regression model(Fit fit, List<Term> terms, List<Offset> offsets, boolean intercept) {
        Regression model = fit.model();
        Formula formula = new Formula(model.formula().outcome(), terms, offsets, intercept);
        return Regression.of(formula, model.family()).with(model.link()).with(model.weights());
    }
}
