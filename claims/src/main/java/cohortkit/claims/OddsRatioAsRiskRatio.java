package cohortkit.claims;

import cohortkit.core.InputException;

/**
 * The risk ratio that an odds ratio stands for at a baseline risk p0, the risk of the unexposed:
 * {@code RR = OR / (1 - p0 + p0 OR)} (Zhang and Yu 1998, JAMA 280:1690). Exact for a crude odds ratio, an approximation
 * for an adjusted one.
 *
 * <pre>{@code
 * new OddsRatioAsRiskRatio(3.5, 0.30).riskRatio()           // 2.0
 * OddsRatioAsRiskRatio.ofRiskRatio(3.5, 0.20).oddsRatio()   // 9.33...
 * OddsRatioAsRiskRatio.highestBaseline(3.5)                 // 0.285...
 * }</pre>
 *
 * @param oddsRatio finite, not negative
 * @param baselineRisk the risk of the unexposed, in [0, 1)
 */
public record OddsRatioAsRiskRatio(double oddsRatio, double baselineRisk) {

    /** Checks the ranges. */
    public OddsRatioAsRiskRatio {
        requireRatio("odds ratio", oddsRatio);
        if (!(baselineRisk >= 0 && baselineRisk < 1)) {
            throw new InputException("a baseline risk must be in [0, 1), such as 0.2; was " + baselineRisk);
        }
    }

    /**
     * The odds ratio that a risk ratio stands for: {@code OR = RR (1 - p0) / (1 - p0 RR)}.
     *
     * @throws InputException if the baseline risk is so high that the risk of the exposed reaches 1
     */
    public static OddsRatioAsRiskRatio ofRiskRatio(double riskRatio, double baselineRisk) {
        requireRatio("risk ratio", riskRatio);
        if (!(baselineRisk * riskRatio < 1)) {
            throw new InputException("a risk ratio of " + riskRatio + " needs a baseline risk below "
                    + highestBaseline(riskRatio) + ", else the risk of the exposed reaches 1; was " + baselineRisk);
        }
        return new OddsRatioAsRiskRatio(riskRatio * (1 - baselineRisk) / (1 - baselineRisk * riskRatio), baselineRisk);
    }

    /** The highest baseline risk that leaves the risk of the exposed at most 1: {@code min(1, 1 / RR)}. */
    public static double highestBaseline(double riskRatio) {
        requireRatio("risk ratio", riskRatio);
        return riskRatio <= 1 ? 1 : 1 / riskRatio;
    }

    /** The risk ratio at this baseline risk. */
    public double riskRatio() {
        return oddsRatio / (1 - baselineRisk + baselineRisk * oddsRatio);
    }

    /** The risk of the exposed: baseline risk times risk ratio. */
    public double exposedRisk() {
        return baselineRisk * riskRatio();
    }

    private static void requireRatio(String name, double ratio) {
        if (!(ratio >= 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new InputException("the " + name + " must be finite and not negative; was " + ratio);
        }
    }
}
