package cohortkit.stats.regression.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.FittedModels;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Reference;
import cohortkit.stats.regression.VarianceInflation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agreement with pROC, car and base R. */
class ModelChecksReferenceTest {

    private static final String EXTERNAL = "external_";

    @Test
    void checks_agree_with_R() {
        assertThat(Reference.rows("model-checks")).hasSizeGreaterThan(115).allSatisfy(row -> {
            String quantity = row.text("quantity");
            row.check(
                    "value",
                    quantity.startsWith(EXTERNAL)
                            ? external(row, quantity.substring(EXTERNAL.length()))
                            : own(FittedModels.fit(row), quantity));
        });
    }

    private static double own(Fit fit, String quantity) {
        int colon = quantity.indexOf(':');
        if (colon > 0) {
            return named(fit, quantity.substring(0, colon), quantity.substring(colon + 1));
        }
        return switch (quantity) {
            case "mcfadden" -> PseudoR2.of(fit).mcFadden();
            case "cox_snell" -> PseudoR2.of(fit).coxSnell();
            case "nagelkerke" -> PseudoR2.of(fit).nagelkerke();
            case "tjur" -> PseudoR2.of(fit).tjur();
            case "epv" -> EventsPerVariable.of(fit).value();
            case "link" -> LinkTest.test(fit).statistic();
            case "smooth_first" -> curve(fit).get(0).observed();
            case "smooth_middle" -> smooth(fit, 0.5);
            case "smooth_last" -> curve(fit).get(curve(fit).size() - 1).observed();
            default ->
                risk(RocCurve.of(fit), BrierScore.of(fit), Calibration.of(fit), HosmerLemeshow.test(fit), quantity);
        };
    }

    private static double named(Fit fit, String check, String name) {
        return switch (check) {
            case "vif" ->
                VarianceInflation.of(fit).stream()
                        .filter(factor ->
                                factor.term().equals(name) || factor.term().equals(turned(name)))
                        .findFirst()
                        .orElseThrow()
                        .factor();
            case "box_tidwell" -> BoxTidwell.test(fit).get(name).statistic();
            case "compare" ->
                RocCurve.compare(RocCurve.of(fit), RocCurve.of(other(name))).statistic();
            default -> throw new IllegalArgumentException(check);
        };
    }

    /** R writes smoke:age where the library keeps the order of the formula. */
    private static String turned(String interaction) {
        String[] parts = interaction.split(":", -1);
        return parts.length == 2 ? parts[1] + ":" + parts[0] : interaction;
    }

    private static Fit other(String id) {
        return Reference.rows("model-checks")
                .filter(row -> row.text("model").equals(id))
                .map(FittedModels::fit)
                .findFirst()
                .orElseThrow();
    }

    private static List<CalibrationPoint> curve(Fit fit) {
        return Calibration.of(fit).curve();
    }

    private static double smooth(Fit fit, double share) {
        double[] distinct =
                java.util.Arrays.stream(fit.rows().means()).sorted().distinct().toArray();
        double at = distinct[(int) Math.floor(distinct.length * share) - 1];
        return new LocalLinear(ScoredOutcomes.of(fit, fit.rows())).smooth(at);
    }

    private static double risk(
            RocCurve roc, BrierScore brier, Calibration calibration, TestResult test, String quantity) {
        return switch (quantity) {
            case "auc" -> roc.area();
            case "auc_se" -> roc.standardError();
            case "auc_lower" -> roc.area(0.95).interval().lower();
            case "auc_upper" -> roc.area(0.95).interval().upper();
            case "brier" -> brier.value();
            case "brier_scaled" -> brier.scaled();
            case "spiegelhalter" -> brier.spiegelhalter().statistic();
            case "intercept" -> calibration.intercept(0.95).value();
            case "intercept_se" -> error(calibration.intercept(0.95));
            case "slope" -> calibration.slope(0.95).value();
            case "slope_se" -> error(calibration.slope(0.95));
            case "hl" -> test.statistic();
            case "hl_df" -> test.df();
            case "hl_p" -> test.pValue();
            default -> throw new IllegalArgumentException(quantity);
        };
    }

    private static double error(Estimate estimate) {
        return (estimate.interval().upper() - estimate.interval().lower()) / (2 * StandardNormal.quantile(0.95));
    }

    private static double external(Reference row, String quantity) {
        int[] next = {0};
        Cohort all = FittedModels.cohort(row);
        Cohort odd = all.where(r -> next[0]++ % 2 == 0);
        next[0] = 0;
        Cohort even = all.where(r -> next[0]++ % 2 == 1);
        Fit fit = Model.LOGISTIC.of(row.text("formula")).fit(odd);
        return risk(
                RocCurve.of(fit, even),
                BrierScore.of(fit, even),
                Calibration.of(fit, even),
                HosmerLemeshow.test(fit, even),
                quantity);
    }
}
