package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;

/**
 * The mean squared distance of risks and outcomes (Brier 1950, Monthly Weather Review 78:1): 0 is perfect.
 *
 * <pre>{@code
 * BrierScore.of(fit)           // Brier score 0.1475, scaled 0.0331
 * BrierScore.of(fit).value()   // 0.1475324...
 * }</pre>
 */
public final class BrierScore {

    private final ScoredOutcomes data;
    private final double value;

    private BrierScore(Fit fit, ModelRows rows) {
        this.data = ScoredOutcomes.of(fit, rows);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double distance = data.outcome[i] - data.risk[i];
            sum += data.weight[i] * distance * distance;
        }
        this.value = sum / data.total();
    }

    /** Of the rows of the fit. */
    public static BrierScore of(Fit fit) {
        return new BrierScore(fit, fit.rows());
    }

    /** Of a fit in another cohort. */
    public static BrierScore of(Fit fit, Cohort cohort) {
        return new BrierScore(fit, fit.rows(cohort));
    }

    /** The score, in [0, 1] for risks in [0, 1]. */
    public double value() {
        return value;
    }

    /** The score of giving everybody the observed prevalence. */
    public double reference() {
        return data.prevalence() * (1 - data.prevalence());
    }

    /** 1 - value / reference: the share of the reference that the model saves; NaN where all outcomes are the same. */
    public double scaled() {
        return reference() == 0 ? Double.NaN : 1 - value / reference();
    }

    /**
     * Spiegelhalter's test that the risks are the true ones: z = sum (y - r)(1 - 2r) / sqrt(sum (1 - 2r)^2 r (1 - r))
     * (Spiegelhalter 1986, Statistics in Medicine 5:421). In the rows of the fit itself it is too lenient.
     */
    public TestResult spiegelhalter() {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < data.size(); i++) {
            double r = data.risk[i];
            sum += data.weight[i] * (data.outcome[i] - r) * (1 - 2 * r);
            variance += data.weight[i] * (1 - 2 * r) * (1 - 2 * r) * r * (1 - r);
        }
        double z = sum == 0 ? 0 : sum / Math.sqrt(variance);
        return new TestResult("Spiegelhalter z", z, Double.NaN, StandardNormal.pValue(z));
    }

    /** Such as "Brier score 0.1475, scaled 0.0331". */
    @Override
    public String toString() {
        return "Brier score " + DisplayNumber.fixed(value, 4) + ", scaled "
                + (reference() == 0 ? "NA" : DisplayNumber.fixed(scaled(), 4));
    }
}
