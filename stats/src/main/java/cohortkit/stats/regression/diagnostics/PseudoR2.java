package cohortkit.stats.regression.diagnostics;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.stats.Glance;
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;

/**
 * How much better a model explains the outcome than its mean does, by four measures that are not comparable.
 *
 * <pre>{@code
 * PseudoR2.of(fit)   // McFadden 0.0291, Cox-Snell 0.0277, Nagelkerke 0.0447, Tjur 0.0323
 * }</pre>
 *
 * @param mcFadden 1 - logLik / null logLik (McFadden 1974)
 * @param coxSnell 1 - exp(-2 (logLik - null logLik) / n) (Cox and Snell 1989)
 * @param nagelkerke Cox-Snell over its largest possible value (Nagelkerke 1991, Biometrika 78:691)
 * @param tjur mean risk of those with the event less that of the others (Tjur 2009, American Statistician 63:366); NaN
 *     for counts
 */
public record PseudoR2(double mcFadden, double coxSnell, double nagelkerke, double tjur) {

    /**
     * The measures of a fit.
     *
     * @throws InputException for a linear model
     */
    public static PseudoR2 of(Fit fit) {
        if (fit.model().family() == Family.GAUSSIAN) {
            throw new InputException("a linear model has an R2, 1 - deviance / null deviance, and no pseudo R2");
        }
        Glance glance = fit.glance();
        double gain = glance.nullDeviance() - glance.deviance();
        double nullLogLik = glance.logLik() - gain / 2;
        double n = glance.nobs();
        double coxSnell = -Math.expm1(-gain / n);
        return new PseudoR2(
                1 - glance.logLik() / nullLogLik, coxSnell, coxSnell / -Math.expm1(2 * nullLogLik / n), tjur(fit));
    }

    private static double tjur(Fit fit) {
        ModelRows rows = fit.rows();
        double[] sums = new double[2];
        double[] counts = new double[2];
        double[] outcomes = rows.outcomes();
        double[] weights = rows.weights();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] != 0 && outcomes[i] != 1) {
                return Double.NaN;
            }
            sums[(int) outcomes[i]] += weights[i] * rows.mean(i);
            counts[(int) outcomes[i]] += weights[i];
        }
        return fit.model().model().isRisk() ? sums[1] / counts[1] - sums[0] / counts[0] : Double.NaN;
    }

    /** In one line. */
    @Override
    public String toString() {
        return "McFadden " + text(mcFadden) + ", Cox-Snell " + text(coxSnell) + ", Nagelkerke " + text(nagelkerke)
                + (Double.isNaN(tjur) ? "" : ", Tjur " + text(tjur));
    }

    private static String text(double share) {
        return DisplayNumber.fixed(share, 4);
    }
}
