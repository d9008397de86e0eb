package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Predicted risks of a Firth fit after a correction of their mean.
 *
 * <pre>{@code
 * var risks = Logistic.firth("low ~ age + smoke", births).risks(FirthCorrection.FLIC);
 * risks.mean()                     // 0.31216931...
 * risks.coefficient("smoke[1]")    // 0.68189476...
 * }</pre>
 */
public final class FirthRisks {

    private final FirthCorrection correction;
    private final Map<String, Double> coefficients;
    private final double[] risks;
    private final double mean;

    FirthRisks(FirthCorrection correction, Map<String, Double> coefficients, double[] risks, double mean) {
        this.correction = correction;
        this.coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
        this.risks = risks;
        this.mean = mean;
    }

    /** How the mean was corrected. */
    public FirthCorrection correction() {
        return correction;
    }

    /** The coefficients that the risks are made from, in log odds and in the formula's order. */
    public Map<String, Double> coefficients() {
        return coefficients;
    }

    /**
     * One of them.
     *
     * @throws InputException if there is no such term
     */
    public double coefficient(String term) {
        Double value = coefficients.get(term);
        if (value == null) {
            throw new InputException("no term '" + term + "'; there are " + String.join(", ", coefficients.keySet()));
        }
        return value;
    }

    /** The risk in each analyzed row, in (0, 1); a copy. */
    public double[] risks() {
        return risks.clone();
    }

    /** Their mean, each row counted by its weight: the observed share of events. */
    public double mean() {
        return mean;
    }

    /** Such as "FLIC: 189 risks, mean 31.2 %". */
    @Override
    public String toString() {
        return correction + ": " + risks.length + " risks, mean " + DisplayNumber.percent(mean, 1) + " %";
    }
}
