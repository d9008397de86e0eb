package cohortkit.examples.sweden;

import cohortkit.claims.Computation;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.OddsRatioAsRiskRatio;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.core.Reads;
import cohortkit.core.Variable;
import cohortkit.examples.files.StudyFiles;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.LikelihoodRatio;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.TwoByTwo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Broman, Mallon and Hetta 2008, Psychiatry and Clinical Neurosciences 62:472 (doi 10.1111/j.1440-1819.2008.01825.x).
 * Only the abstract is readable, so what the article says of it is tried on other people: 12,602 participants of the US
 * sleep survey of 2005 to 2008, who were asked how often their legs jerk. Leg jerks are not the study's definition of
 * restless legs.
 *
 * <pre>{@code
 * Study.named("sweden").verify().asDeclared()   // true
 * }</pre>
 */
public final class SwedenStudy implements StudyProvider {

    private static final int FORMS = 1962;
    private static final Printed PRINTED_RATIO = Printed.parse("3.5");
    private static final double SIGNIFICANT = 0.05;
    private static final String UNREAD = "no readable part of the paper has the number";

    private final Cohort survey;
    private final Cohort fallingAsleep;

    /** For the provider mechanism: on the shipped counts. */
    public SwedenStudy() {
        this(
                StudyFiles.of(SwedenStudy.class).cohort("sleep-survey-grouped.csv", "codebook.csv"),
                StudyFiles.of(SwedenStudy.class)
                        .cohort("sleep-survey-falling-asleep.csv", "codebook-falling-asleep.csv"));
    }

    /** On other counts of the same survey. */
    public SwedenStudy(Cohort survey, Cohort fallingAsleep) {
        this.survey = survey.derive(Variable.binary("jerks", "Leg jerks at all"), p -> !p.is("leg_jerks", "never"));
        this.fallingAsleep = fallingAsleep;
    }

    @Override
    public Study study() {
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put("unread", reads -> Finding.notCheckable(UNREAD));
        computations.put(
                "sent", reads -> Finding.notCheckable("it counts forms that were sent; nobody can recount them here"));
        computations.put("prevalence", reads -> Finding.integersUpTo(FORMS));
        computations.put("frequent", reads -> Finding.integersUpTo(FORMS));
        computations.put("infrequentCrude", reads -> notAssociated(crude(reads), "leg_jerks[infrequent]"));
        computations.put("infrequentAdjusted", reads -> notAssociated(adjusted(reads), "leg_jerks[infrequent]"));
        computations.put("asOddsRatio", this::asOddsRatio);
        computations.put("asRiskRatio", this::asRiskRatio);
        computations.put(
                "frequentRiskRatio",
                reads -> Finding.fromCounts(
                        frequent(survey.readBy(reads), "insomnia_symptom").riskRatio()));
        computations.put(
                "frequentOddsRatio",
                reads -> Finding.fromCounts(
                        frequent(survey.readBy(reads), "insomnia_symptom").oddsRatio()));
        computations.put(
                "frequentAdjusted", reads -> Finding.fromCounts(adjusted(reads).oddsRatio("leg_jerks[frequent]")));
        computations.put(
                "fallingAsleepRiskRatio",
                reads -> Finding.fromCounts(frequent(fallingAsleep.readBy(reads), "trouble_falling_asleep")
                        .riskRatio()));
        computations.put("ageWomen", reads -> ageIn("female", reads));
        computations.put("ageMen", reads -> ageIn("male", reads));
        return Study.traced(
                "sweden",
                "Restless legs and insomnia in Sweden, 2008",
                StudyFiles.of(SwedenStudy.class).figures(),
                computations);
    }

    private static Finding notAssociated(Fit fit, String term) {
        return Finding.statement(
                EvidenceLevel.COUNTS,
                fit.oddsRatio(term),
                estimate -> estimate.interval().contains(1));
    }

    private Fit crude(Reads reads) {
        return Logistic.fit("insomnia_symptom ~ leg_jerks", survey.readBy(reads), Weights.frequency("n"));
    }

    private Fit adjusted(Reads reads) {
        return Logistic.fit(
                "insomnia_symptom ~ leg_jerks + age_band + sex + cycle", survey.readBy(reads), Weights.frequency("n"));
    }

    /** Frequent against never; the infrequent are left out. */
    private static TwoByTwo frequent(Cohort counts, String outcome) {
        Cohort extremes = counts.exclude("infrequent", p -> p.is("leg_jerks", "infrequent"))
                .derive(Variable.binary("often", "Frequent leg jerks"), p -> p.is("leg_jerks", "frequent"));
        return TwoByTwo.of(extremes, "often", outcome, "n");
    }

    private double baseline(Reads reads) {
        TwoByTwo table = frequent(survey.readBy(reads), "insomnia_symptom");
        return (double) table.c() / (table.c() + table.d());
    }

    /** If 3.5 is an odds ratio: the risk ratio at the survey's baseline risk, over the rounding of 3.5. */
    private Finding asOddsRatio(Reads reads) {
        PrintedRange odds = PRINTED_RATIO.range();
        return Finding.overRange(
                EvidenceLevel.ARITHMETIC,
                Measure.RISK_RATIO,
                new OddsRatioAsRiskRatio(odds.lower(), baseline(reads)).riskRatio(),
                new OddsRatioAsRiskRatio(odds.upper(), baseline(reads)).riskRatio(),
                Convention.of("risk ratio of a printed odds ratio at the survey's baseline risk", ""));
    }

    /** If 3.5 is a risk ratio: the risk ratios that are possible at the survey's baseline risk. */
    private Finding asRiskRatio(Reads reads) {
        return Finding.overRange(
                EvidenceLevel.ARITHMETIC,
                Measure.RISK_RATIO,
                1,
                1 / baseline(reads),
                Convention.of("risk ratios that leave the exposed a risk of at most 1", ""));
    }

    private Finding ageIn(String sex, Reads reads) {
        Cohort one = survey.readBy(reads).where("other sex", p -> p.is("sex", sex));
        Weights people = Weights.frequency("n");
        TestResult test = LikelihoodRatio.test(
                Logistic.fit("jerks ~ 1", one, people), Logistic.fit("jerks ~ age_band", one, people));
        Estimate p = Estimate.withoutInterval(
                Measure.P_VALUE, test.pValue(), Convention.of("likelihood-ratio test of age", ""));
        return Finding.statement(EvidenceLevel.COUNTS, p, estimate -> estimate.value() < SIGNIFICANT);
    }
}
