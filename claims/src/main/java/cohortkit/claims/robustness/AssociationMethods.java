package cohortkit.claims.robustness;

import cohortkit.claims.feasible.TableTest;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The defensible ways to an interval or a p-value of an association, by their names in print; the usual one is the first. */
final class AssociationMethods {

    /** One way. */
    @FunctionalInterface
    interface Method {
        Estimate of(ChosenRows rows, List<String> adjusters);
    }

    /** The unconditional exact intervals take seconds in a large table. */
    private static final Set<RiskRatioInterval> RISK_RATIO =
            EnumSet.complementOf(EnumSet.of(RiskRatioInterval.EXACT_UNCONDITIONAL));

    private static final Set<RiskDifferenceInterval> RISK_DIFFERENCE =
            EnumSet.complementOf(EnumSet.of(RiskDifferenceInterval.EXACT_UNCONDITIONAL));

    /** Those that are left out have the limits of another one and a further estimate between them. */
    private static final Set<OddsRatioInterval> ODDS_RATIO =
            EnumSet.complementOf(EnumSet.of(OddsRatioInterval.EXACT_CROSS_PRODUCT, OddsRatioInterval.MEDIAN_UNBIASED));

    private AssociationMethods() {}

    /** Of a 2x2 table. */
    static Map<String, Method> ofTables(List<Measure> measures, double level) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Measure measure : measures) {
            switch (measure) {
                case RISK_RATIO ->
                    RISK_RATIO.forEach(method -> methods.put(
                            "risk ratio, " + method.label(),
                            (rows, none) -> rows.table().riskRatio(method, level)));
                case ODDS_RATIO ->
                    ODDS_RATIO.forEach(method -> methods.put(
                            "odds ratio, " + method.label(),
                            (rows, none) -> rows.table().oddsRatio(method, level)));
                case RISK_DIFFERENCE ->
                    RISK_DIFFERENCE.forEach(method -> methods.put(
                            "risk difference, " + method.label(),
                            (rows, none) -> rows.table().riskDifference(method, level)));
                default -> throw unknown(measure);
            }
        }
        return methods;
    }

    /** The tests of a 2x2 table. */
    static Map<String, Method> testsOfTables() {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (TableTest test : TableTest.values()) {
            methods.put(test.label(), (rows, none) -> p(test.test(rows.table())));
        }
        return methods;
    }

    private static Estimate p(TestResult test) {
        return Estimate.withoutInterval(Measure.P_VALUE, test.pValue(), Convention.of(test.method(), ""));
    }

    /** Of the exposure's term in a model of the outcome. */
    static Map<String, Method> ofModels(List<Measure> measures, double level) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Measure measure : measures) {
            List<Model> models = switch (measure) {
                case ODDS_RATIO -> List.of(Model.LOGISTIC);
                case RISK_RATIO -> List.of(Model.POISSON_ROBUST, Model.LOG_BINOMIAL);
                case RISK_DIFFERENCE -> List.of(Model.RISK_DIFFERENCE);
                default -> throw unknown(measure);
            };
            models.forEach(model -> put(methods, model, (fit, term) -> {
                Fit levelled = fit.withLevel(level);
                return measure == Measure.RISK_DIFFERENCE ? levelled.estimate(term) : levelled.ratio(term);
            }));
        }
        return methods;
    }

    /** The tests of the exposure's term in a logistic model. */
    static Map<String, Method> testsOfModels() {
        Map<String, Method> methods = new LinkedHashMap<>();
        put(methods, Model.LOGISTIC, (fit, term) -> {
            Tidy row = fit.tidy().get(fit.terms().indexOf(term));
            return Estimate.withoutInterval(Measure.P_VALUE, row.pValue(), Convention.of("test of " + term, ""));
        });
        return methods;
    }

    @FunctionalInterface
    private interface Answer {
        Estimate of(Fit fit, String term);
    }

    private static void put(Map<String, Method> methods, Model model, Answer answer) {
        for (CoefficientInterval interval : CoefficientInterval.values()) {
            // Modified Poisson is no likelihood of a yes or no.
            if (model != Model.POISSON_ROBUST || interval == CoefficientInterval.WALD) {
                methods.put(model + ", " + interval.label(), (rows, adjusters) -> {
                    Fit fit = rows.fit(model, adjusters).with(interval);
                    return answer.of(fit, fit.terms().get(1));
                });
            }
        }
    }

    private static InputException unknown(Measure measure) {
        return new InputException(
                "a grid is of the risk ratio, the odds ratio or the risk difference; was the " + measure.label());
    }
}
