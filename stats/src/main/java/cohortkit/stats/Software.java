package cohortkit.stats;

import cohortkit.core.InputException;
import java.util.List;

/**
 * Whose defaults to answer by: {@code as(...)} of a proportion, a prevalence or a 2x2 table gives what that package prints
 * when nothing is asked for, each estimate with its convention. Where a package stops its root finder early, the answer is
 * the converged one, which may differ from its print in the fourth digit.
 *
 * <pre>{@code
 * new Proportion(36, 154).as(Software.STATA)   // [23.4 % (95 % CI 16.9 to 30.9; Clopper-Pearson)]
 * table.as(Software.STATA).oddsRatio()         // [2.79 (95 % CI 1.31 to 5.78; exact, cross-product)]
 * }</pre>
 */
public enum Software {
    /** Cohortkit's own defaults: Wilson. */
    OURS("Cohortkit"),
    /**
     * R without packages: {@code binom.test} is Clopper-Pearson; {@code prop.test} is Wilson with continuity correction,
     * which at x = n/2 it leaves out.
     */
    R("R"),
    /** Stata: {@code ci proportions} is Clopper-Pearson ("exact"). */
    STATA("Stata"),
    /** SAS: {@code PROC FREQ BINOMIAL} prints Wald and Clopper-Pearson. */
    SAS("SAS"),
    /** Epi Info 7. Its interval of a proportion is not established here, so that it is an error to ask for it. */
    EPI_INFO("Epi Info"),
    /** statsmodels: {@code proportion_confint} is Wald ("normal"), cut at 0 and 1. */
    STATSMODELS("statsmodels"),
    /** epiR: {@code epi.prev} is Wilson. */
    EPIR("epiR");

    private final String label;

    Software(String label) {
        this.label = label;
    }

    /** The name in print, such as "Stata". */
    public String label() {
        return label;
    }

    /**
     * The intervals of a proportion that are printed by default.
     *
     * @throws InputException if they are not known
     */
    public List<ProportionInterval> intervals(Proportion proportion) {
        boolean half = 2 * proportion.events() == proportion.n();
        return switch (this) {
            case OURS, EPIR -> List.of(ProportionInterval.WILSON);
            case R ->
                List.of(
                        ProportionInterval.CLOPPER_PEARSON,
                        half ? ProportionInterval.WILSON : ProportionInterval.WILSON_CORRECTED);
            case STATA -> List.of(ProportionInterval.CLOPPER_PEARSON);
            case SAS -> List.of(ProportionInterval.WALD, ProportionInterval.CLOPPER_PEARSON);
            case STATSMODELS -> List.of(ProportionInterval.WALD);
            case EPI_INFO ->
                throw new InputException(
                        "the interval that " + label
                                + " prints for a proportion is not established; name a method instead, such as clopper_pearson");
        };
    }
}
