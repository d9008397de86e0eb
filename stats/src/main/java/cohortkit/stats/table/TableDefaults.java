package cohortkit.stats.table;

import cohortkit.stats.Software;
import java.util.List;

/**
 * What a package prints of a 2x2 table by default; empty where it prints nothing of the kind.
 *
 * <pre>{@code
 * TableDefaults.of(Software.R).oddsRatio()                // [EXACT]
 * TableDefaults.of(Software.R).cochranMantelHaenszel()    // YATES
 * }</pre>
 *
 * @param riskRatio the intervals of the risk ratio
 * @param oddsRatio the estimates and intervals of the odds ratio
 * @param riskDifference the intervals of the risk difference
 * @param chiSquare the corrections of Pearson's chi-square
 * @param fisher the two-sided p-values of Fisher's test
 * @param cochranMantelHaenszel the correction of the stratified test
 * @param zeroCells what log Wald does about empty cells
 */
public record TableDefaults(
        List<RiskRatioInterval> riskRatio,
        List<OddsRatioInterval> oddsRatio,
        List<RiskDifferenceInterval> riskDifference,
        List<Correction> chiSquare,
        List<TwoSided> fisher,
        Correction cochranMantelHaenszel,
        ZeroCells zeroCells) {

    private static final List<RiskRatioInterval> KATZ = List.of(RiskRatioInterval.KATZ_LOG);
    private static final List<OddsRatioInterval> WOOLF = List.of(OddsRatioInterval.WOOLF);
    private static final List<RiskDifferenceInterval> NEWCOMBE = List.of(RiskDifferenceInterval.NEWCOMBE);
    private static final List<RiskDifferenceInterval> WALD = List.of(RiskDifferenceInterval.WALD);
    private static final List<Correction> PLAIN = List.of(Correction.NONE);
    private static final List<Correction> BOTH = List.of(Correction.NONE, Correction.YATES);
    private static final List<TwoSided> FISHER = List.of(TwoSided.MINIMUM_LIKELIHOOD);

    public TableDefaults {
        riskRatio = List.copyOf(riskRatio);
        oddsRatio = List.copyOf(oddsRatio);
        riskDifference = List.copyOf(riskDifference);
        chiSquare = List.copyOf(chiSquare);
        fisher = List.copyOf(fisher);
    }

    /**
     * The defaults of a package:
     *
     * <ul>
     *   <li>R without packages: {@code fisher.test}, {@code prop.test} (difference with continuity correction), {@code
     *       chisq.test} and {@code mantelhaen.test} with correction; no risk ratio.
     *   <li>Stata {@code cs}: Katz, Wald, chi-square; {@code cc}: exact limits around the cross-product ratio.
     *   <li>SAS {@code PROC FREQ} with RELRISK, RISKDIFF, CHISQ and CMH: Katz, Woolf, Wald, both chi-squares, Fisher.
     *   <li>Epi Info 7: Taylor series (Katz, Woolf, Wald), conditional odds ratio with mid-p and Fisher limits, both
     *       chi-squares, Fisher; "Undefined" with an empty cell.
     *   <li>statsmodels {@code Table2x2}: Katz and Woolf after empty cells are made 0.5; {@code
     *       confint_proportions_2indep}: Newcombe; no correction.
     *   <li>epiR {@code epi.2by2}: Katz, Woolf, Wald, chi-square, Fisher; NaN where log Wald has no limits.
     * </ul>
     */
    public static TableDefaults of(Software software) {
        return switch (software) {
            case OURS -> new TableDefaults(KATZ, WOOLF, NEWCOMBE, PLAIN, FISHER, Correction.NONE, ZeroCells.KEEP);
            case R ->
                new TableDefaults(
                        List.of(),
                        List.of(OddsRatioInterval.EXACT),
                        List.of(RiskDifferenceInterval.WALD_CORRECTED),
                        List.of(Correction.YATES),
                        FISHER,
                        Correction.YATES,
                        ZeroCells.KEEP);
            case STATA ->
                new TableDefaults(
                        KATZ,
                        List.of(OddsRatioInterval.EXACT_CROSS_PRODUCT),
                        WALD,
                        PLAIN,
                        List.of(),
                        Correction.NONE,
                        ZeroCells.KEEP);
            case SAS -> new TableDefaults(KATZ, WOOLF, WALD, BOTH, FISHER, Correction.NONE, ZeroCells.KEEP);
            case EPI_INFO ->
                new TableDefaults(
                        KATZ,
                        List.of(OddsRatioInterval.WOOLF, OddsRatioInterval.MID_P, OddsRatioInterval.EXACT),
                        WALD,
                        BOTH,
                        FISHER,
                        Correction.NONE,
                        ZeroCells.REFUSE);
            case STATSMODELS ->
                new TableDefaults(KATZ, WOOLF, NEWCOMBE, PLAIN, List.of(), Correction.NONE, ZeroCells.HALF_IN_EMPTY);
            case EPIR -> new TableDefaults(KATZ, WOOLF, WALD, PLAIN, FISHER, Correction.NONE, ZeroCells.REFUSE);
        };
    }
}
