package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ways to give a Firth fit risks whose mean is the observed share; as it is, it draws them towards a half. Puhr, Heinze,
 * Nold, Lusa and Geroldinger 2017, Stat Med 36:2302.
 *
 * <pre>{@code
 * var firth = Logistic.firth("low ~ age + smoke", births);
 * firth.risks(FirthCorrection.FLIC).mean()   // 0.31216931...
 * }</pre>
 */
public enum FirthCorrection {
    /** Firth's logistic regression with intercept correction: all but the intercept stay; that is fitted anew. */
    FLIC {
        @Override
        double[] coefficients(FirthMaximum maximum, int intercept) {
            double[] all = maximum.estimates();
            all[intercept] += maximum.interceptShift();
            return all;
        }
    },
    /**
     * Firth's logistic regression with added covariate: the penalty written as rows, half with the event and half without
     * it, and an indicator of these rows, which takes their mean away from the others; all coefficients change a little.
     */
    FLAC {
        @Override
        double[] coefficients(FirthMaximum maximum, int intercept) {
            return maximum.augmented();
        }
    };

    abstract double[] coefficients(FirthMaximum maximum, int intercept);

    FirthRisks of(FirthMaximum maximum, ModelFrame frame) {
        Design design = maximum.design();
        int intercept = design.names().indexOf(DesignColumn.intercept().name());
        if (intercept < 0) {
            throw new InputException(this + " needs a model with an intercept");
        }
        double[] coefficients = coefficients(maximum, intercept);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int j : design.formulaOrder()) {
            named.put(design.column(j).name(), coefficients[j]);
        }
        double[] risks = frame.offset().clone();
        double[] column = new double[frame.size()];
        for (int j = 0; j < coefficients.length; j++) {
            design.column(j).fill(column, 0, column.length);
            for (int i = 0; i < risks.length; i++) {
                risks[i] += coefficients[j] * column[i];
            }
        }
        for (int i = 0; i < risks.length; i++) {
            risks[i] = Link.LOGIT.mean(risks[i]);
        }
        return new FirthRisks(this, named, risks, Step.dot(risks, frame.weights()) / sum(frame.weights()));
    }

    private static double sum(double[] weights) {
        return java.util.Arrays.stream(weights).sum();
    }
}
