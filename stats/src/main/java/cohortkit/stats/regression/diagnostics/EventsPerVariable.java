package cohortkit.stats.regression.diagnostics;

import cohortkit.core.DisplayNumber;
import cohortkit.stats.regression.Fit;

/**
 * How many of the rarer outcome there are for each coefficient. Ten is a rule of thumb (Peduzzi 1996, Journal of
 * Clinical Epidemiology 49:1373) that is neither needed nor enough everywhere (van Smeden 2016, BMC Medical Research
 * Methodology 16:163).
 *
 * <pre>{@code
 * EventsPerVariable.of(fit)   // 20.7 events a coefficient (62 of 330, 3 coefficients)
 * }</pre>
 *
 * @param rarer how many people have the rarer of both outcomes
 * @param observations all people
 * @param coefficients without the intercept
 */
public record EventsPerVariable(long rarer, long observations, int coefficients) {

    /** Of the rows of the fit. */
    public static EventsPerVariable of(Fit fit) {
        ScoredOutcomes data = ScoredOutcomes.of(fit, fit.rows());
        int coefficients = (int)
                fit.terms().stream().filter(term -> !term.equals("(Intercept)")).count();
        return new EventsPerVariable((long) Math.min(data.events, data.nonEvents), (long) data.total(), coefficients);
    }

    /** The ratio; infinite without coefficients. */
    public double value() {
        return (double) rarer / coefficients;
    }

    /** Such as "20.7 events a coefficient (62 of 330, 3 coefficients)". */
    @Override
    public String toString() {
        return (coefficients == 0 ? "Inf" : DisplayNumber.fixed(value(), 1)) + " events a coefficient (" + rarer
                + " of " + observations + ", " + coefficients
                + (coefficients == 1 ? " coefficient)" : " coefficients)");
    }
}
