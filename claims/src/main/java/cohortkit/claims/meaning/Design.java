package cohortkit.claims.meaning;

import java.util.regex.Pattern;

/**
 * How a study looked at people, which decides what its numbers can say.
 *
 * <pre>{@code
 * Design.of("A questionnaire was sent to 1,000 people.")   // CROSS_SECTIONAL
 * Design.of("We looked at people.")                        // UNKNOWN
 * }</pre>
 */
public enum Design {
    /** Everything at one time: who has it, not who develops it. */
    CROSS_SECTIONAL("cross-sectional", "cross-sectional|questionnaires?|surveys?|surveyed|prevalence"),
    /** Cases and controls: odds ratios, no risks. */
    CASE_CONTROL("case-control", "case-control"),
    /** One person or a few. */
    CASE_REPORT("case report", "case reports?|case study|case series"),
    /** People followed in time. */
    COHORT("cohort", "follow-up|followed up|prospective(?:ly)?|incidence|longitudinal"),
    /** By chance to one treatment or another. */
    TRIAL("trial", "randomi[sz]ed|placebo"),
    /** Not known. */
    UNKNOWN("unknown", "(?!)");

    private final String label;
    private final Pattern words;

    Design(String label, String words) {
        this.label = label;
        this.words = Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** The design that the words of a text name; a trial or a cohort before the others. */
    public static Design of(String text) {
        for (Design design : new Design[] {TRIAL, COHORT, CASE_CONTROL, CASE_REPORT, CROSS_SECTIONAL}) {
            if (design.words.matcher(text).find()) {
                return design;
            }
        }
        return UNKNOWN;
    }

    boolean sawTimePass() {
        return this == COHORT || this == TRIAL;
    }
}
