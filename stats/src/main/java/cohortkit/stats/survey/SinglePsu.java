package cohortkit.stats.survey;

/**
 * What a stratum with one primary sampling unit adds to the variance; one unit shows no variance of its own. A stratum
 * whose whole population is sampled has none and needs no rule.
 *
 * <pre>{@code
 * SurveyDesign.simple().withPsu("sex").with(SinglePsu.CENTERED).single()   // CENTERED
 * }</pre>
 */
public enum SinglePsu {
    /** It is an error that names the stratum. */
    REFUSE,
    /**
     * The squared distance of its total from the mean over the whole sample, which is too much rather than too little: R's
     * {@code survey.lonely.psu = "adjust"}, Stata's {@code singleunit(centered)}.
     */
    CENTERED,
    /**
     * Nothing, as if the unit had been in the sample for certain: R's {@code "certainty"} and {@code "remove"}, Stata's
     * {@code singleunit(certainty)}.
     */
    CERTAINTY
}
