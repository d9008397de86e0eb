package cohortkit.core;

/**
 * What an {@link Estimate} is an estimate of. A measure knows its name in print, the scale of its interval and its
 * null value, that is the value that says "no association" (NaN where there is none).
 *
 * <pre>{@code
 * Measure.RISK_RATIO.nullValue()   // 1.0
 * Measure.PREVALENCE.hasNull()     // false
 * }</pre>
 */
public enum Measure {
    COUNT("count", "n", Scale.IDENTITY, Double.NaN),
    PREVALENCE("prevalence", "prevalence", Scale.LOGIT, Double.NaN),
    RISK("risk", "risk", Scale.LOGIT, Double.NaN),
    RISK_RATIO("risk ratio", "RR", Scale.LOG, 1),
    ODDS_RATIO("odds ratio", "OR", Scale.LOG, 1),
    RATE("rate", "rate", Scale.LOG, Double.NaN),
    RATE_RATIO("rate ratio", "IRR", Scale.LOG, 1),
    HAZARD_RATIO("hazard ratio", "HR", Scale.LOG, 1),
    RATE_DIFFERENCE("rate difference", "IRD", Scale.IDENTITY, 0),
    STANDARDIZED_RATIO("standardized ratio", "SMR", Scale.LOG, 1),
    RISK_DIFFERENCE("risk difference", "RD", Scale.IDENTITY, 0),
    NUMBER_NEEDED_TO_TREAT("number needed to treat", "NNT", Scale.IDENTITY, Double.POSITIVE_INFINITY),
    ATTRIBUTABLE_FRACTION_EXPOSED("attributable fraction in the exposed", "AFe", Scale.IDENTITY, 0),
    ATTRIBUTABLE_FRACTION_POPULATION("attributable fraction in the population", "AFp", Scale.IDENTITY, 0),
    E_VALUE("E-value", "E-value", Scale.LOG, 1),
    PHI("phi coefficient", "phi", Scale.IDENTITY, 0),
    YULES_Q("Yule's Q", "Q", Scale.IDENTITY, 0),
    PAIRED_DIFFERENCE("difference of paired proportions", "PD", Scale.IDENTITY, 0),
    AGREEMENT("agreement", "agreement", Scale.LOGIT, Double.NaN),
    KAPPA("Cohen's kappa", "kappa", Scale.IDENTITY, 0),
    MEAN("mean", "mean", Scale.IDENTITY, Double.NaN),
    MEDIAN("median", "median", Scale.IDENTITY, Double.NaN),
    STANDARD_DEVIATION("standard deviation", "SD", Scale.IDENTITY, Double.NaN),
    QUANTILE("quantile", "quantile", Scale.IDENTITY, Double.NaN),
    GEOMETRIC_MEAN("geometric mean", "GM", Scale.LOG, Double.NaN),
    MEAN_DIFFERENCE("mean difference", "MD", Scale.IDENTITY, 0),
    STANDARDIZED_MEAN_DIFFERENCE("standardized mean difference", "SMD", Scale.IDENTITY, 0),
    LOCATION_SHIFT("location shift", "shift", Scale.IDENTITY, 0),
    PSEUDOMEDIAN("pseudomedian", "pseudomedian", Scale.IDENTITY, 0),
    CORRELATION("correlation", "r", Scale.IDENTITY, 0),
    RANK_CORRELATION("rank correlation", "rho", Scale.IDENTITY, 0),
    KENDALL_TAU("Kendall's tau-b", "tau-b", Scale.IDENTITY, 0),
    CRAMERS_V("Cramer's V", "V", Scale.IDENTITY, 0),
    EXCESS_RISK_DUE_TO_INTERACTION("relative excess risk due to interaction", "RERI", Scale.IDENTITY, 0),
    ATTRIBUTABLE_PROPORTION("attributable proportion due to interaction", "AP", Scale.IDENTITY, 0),
    SYNERGY_INDEX("synergy index", "S", Scale.LOG, 1),
    RATIO_OF_RISK_RATIOS("ratio of risk ratios", "RRR", Scale.LOG, 1),
    RATIO_OF_ODDS_RATIOS("ratio of odds ratios", "ROR", Scale.LOG, 1),
    SENSITIVITY("sensitivity", "Se", Scale.LOGIT, Double.NaN),
    SPECIFICITY("specificity", "Sp", Scale.LOGIT, Double.NaN),
    POSITIVE_PREDICTIVE_VALUE("positive predictive value", "PPV", Scale.LOGIT, Double.NaN),
    NEGATIVE_PREDICTIVE_VALUE("negative predictive value", "NPV", Scale.LOGIT, Double.NaN),
    POSITIVE_LIKELIHOOD_RATIO("positive likelihood ratio", "LR+", Scale.LOG, 1),
    NEGATIVE_LIKELIHOOD_RATIO("negative likelihood ratio", "LR-", Scale.LOG, 1),
    DIAGNOSTIC_ODDS_RATIO("diagnostic odds ratio", "DOR", Scale.LOG, 1),
    YOUDEN("Youden's index", "J", Scale.IDENTITY, 0),
    AREA_UNDER_CURVE("area under the ROC curve", "AUC", Scale.IDENTITY, 0.5),
    CALIBRATION_INTERCEPT("calibration intercept", "a", Scale.IDENTITY, 0),
    CALIBRATION_SLOPE("calibration slope", "b", Scale.IDENTITY, 1),
    MEAN_RATIO("ratio of means", "ratio", Scale.LOG, 1),
    COEFFICIENT("coefficient", "b", Scale.IDENTITY, 0),
    LOG_LIKELIHOOD("log likelihood", "logLik", Scale.IDENTITY, Double.NaN),
    STATISTIC("test statistic", "statistic", Scale.IDENTITY, Double.NaN),
    P_VALUE("p-value", "p", Scale.IDENTITY, Double.NaN);

    private final String label;
    private final String symbol;
    private final Scale scale;
    private final double nullValue;

    Measure(String label, String symbol, Scale scale, double nullValue) {
        this.label = label;
        this.symbol = symbol;
        this.scale = scale;
        this.nullValue = nullValue;
    }

    /** The name in a sentence, such as "risk ratio". */
    public String label() {
        return label;
    }

    /** The name in a table, such as "RR". */
    public String symbol() {
        return symbol;
    }

    /** The scale on which intervals are made and drawn. */
    public Scale scale() {
        return scale;
    }

    /** The value of no association; NaN where the measure has none. */
    public double nullValue() {
        return nullValue;
    }

    /** Whether there is a value of no association. */
    public boolean hasNull() {
        return !Double.isNaN(nullValue);
    }

    /** Whether people read this measure in percent. */
    public boolean isPercent() {
        return scale == Scale.LOGIT;
    }
}
