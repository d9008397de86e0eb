package cohortkit.claims;

import cohortkit.claims.ExplainDifference.Candidate;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a proportion may have been printed. */
final class ProportionCandidates {

    private static final int PERCENT = 1;
    private static final int OTHERS = TableCandidates.EXCHANGED;

    private ProportionCandidates() {}

    static List<Candidate> of(Proportion proportion) {
        List<Candidate> all = new ArrayList<>();
        add(all, proportion, "", 0);
        Proportion others = new Proportion(proportion.n() - proportion.events(), proportion.n());
        add(all, others, " of the people without the event", OTHERS);
        return all;
    }

    private static void add(List<Candidate> all, Proportion proportion, String whom, int rank) {
        for (double level : TableCandidates.LEVELS) {
            for (ProportionInterval method : ProportionInterval.values()) {
                Estimate estimate = proportion.estimate(method, level);
                String text = method.label() + " at " + TableCandidates.percent(level) + whom + who(method);
                int order = rank + (level == Interval.DEFAULT_LEVEL ? 0 : 2);
                all.add(new Candidate(text, estimate, order));
                all.add(new Candidate(text + ", in percent", inPercent(estimate), order + PERCENT));
            }
        }
    }

    private static Estimate inPercent(Estimate e) {
        return new Estimate(
                Measure.PREVALENCE,
                100 * e.value(),
                new Interval(
                        100 * e.interval().lower(),
                        100 * e.interval().upper(),
                        e.interval().level()),
                Convention.of("percent", ""));
    }

    private static String who(ProportionInterval method) {
        return switch (method) {
            case WALD -> " (statsmodels, SAS)";
            case WILSON -> " (ours, epiR, DescTools, gtsummary)";
            case WILSON_CORRECTED -> " (R prop.test)";
            case CLOPPER_PEARSON -> " (R binom.test, Stata ci proportions, SAS)";
            case LOGIT -> " (Epi twoby2)";
            default -> "";
        };
    }
}
