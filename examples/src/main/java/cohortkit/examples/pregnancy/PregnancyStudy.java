package cohortkit.examples.pregnancy;

import cohortkit.claims.Computation;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.core.Reads;
import cohortkit.core.Variable;
import cohortkit.examples.files.StudyFiles;
import cohortkit.examples.sweden.SwedenStudy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Yildirim and Apaydin 2020, Biological Trace Element Research (doi 10.1007/s12011-020-02287-5): magnesium and zinc of
 * 119 pregnant women with restless legs and 134 without. The paper's means are not readable, and a case-control study
 * shows neither how common a condition is nor what caused it. Beside it stand 189 real pregnancies whose logistic
 * regression Hosmer and Lemeshow published, and the pregnant women of the US sleep survey.
 *
 * <pre>{@code
 * Study.named("pregnancy").verify().asDeclared()   // true
 * }</pre>
 */
public final class PregnancyStudy implements StudyProvider {

    /** The reconstructed workbook. */
    public static final String WORKBOOK = "pregnancy-reconstructed-from-published-totals.xlsx";

    @Override
    public Study study() {
        StudyFiles files = StudyFiles.of(PregnancyStudy.class);
        return of(
                files.cohort(WORKBOOK),
                files.cohort("low-birth-weight.csv", "codebook.csv"),
                StudyFiles.of(SwedenStudy.class).cohort("sleep-survey-subcohorts.csv", "codebook-subcohorts.csv"));
    }

    /** The study on copies of its data. */
    public static Study of(Cohort women, Cohort births, Cohort survey) {
        Function<Reads, Fit> fit = reads -> Logistic.fit("low ~ age + lwt + race + ftv", births.readBy(reads));
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put(
                "caseReport", reads -> Finding.notCheckable("a report of one patient has no rate and no comparison"));
        computations.put("cases", reads -> group(women.readBy(reads), "case", 119));
        computations.put("controls", reads -> group(women.readBy(reads), "control", 134));
        computations.put("magnesium", reads -> Finding.witness(lowerInCases(women.readBy(reads), "magnesium")));
        computations.put("zinc", reads -> Finding.witness(lowerInCases(women.readBy(reads), "zinc")));
        computations.put(
                "births",
                reads -> Finding.fromRows(Estimate.count(births.readBy(reads).size(), "rows")));
        computations.put("age", reads -> Finding.fromRows(fit.apply(reads).estimate("age")));
        computations.put("weight", reads -> Finding.fromRows(fit.apply(reads).estimate("lwt")));
        computations.put("race2", reads -> Finding.fromRows(fit.apply(reads).estimate("race[2]")));
        computations.put("race3", reads -> Finding.fromRows(fit.apply(reads).estimate("race[3]")));
        computations.put("visits", reads -> Finding.fromRows(fit.apply(reads).estimate("ftv")));
        computations.put("constant", reads -> Finding.fromRows(fit.apply(reads).estimate("(Intercept)")));
        computations.put(
                "logLikelihood",
                reads -> Finding.fromRows(Estimate.withoutInterval(
                        Measure.LOG_LIKELIHOOD, fit.apply(reads).logLik(), Convention.of("maximum likelihood", ""))));
        computations.put(
                "surveyPregnant",
                reads -> Finding.fromCounts(surveyTable(survey.readBy(reads)).oddsRatio()));
        return Study.traced(
                "pregnancy",
                "Magnesium, zinc and restless legs in pregnancy, 2020",
                StudyFiles.of(PregnancyStudy.class).figures(),
                computations);
    }

    private static Finding group(Cohort women, String level, int printed) {
        return Finding.reconstructed(
                Estimate.count(women.where(p -> p.is("rls", level)).size(), "rows"),
                Finding.overRange(
                        EvidenceLevel.FEASIBLE_SET,
                        Measure.COUNT,
                        printed,
                        printed,
                        Convention.of("printed total", "")));
    }

    /** Welch's t-test; the abstract names no test. */
    private static Estimate lowerInCases(Cohort women, String element) {
        double p = TTest.withDefaults()
                .with(DataDispersion.HETEROSCEDASTIC)
                .test(values(women, "case", element), values(women, "control", element))
                .getPValue();
        return Estimate.withoutInterval(Measure.P_VALUE, p, Convention.of("Welch t-test", ""));
    }

    private static double[] values(Cohort women, String group, String variable) {
        double[] all = women.where(p -> p.is("rls", group)).numbers(variable);
        return Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray();
    }

    /** Frequent leg jerks against the rest, among the pregnant. */
    private static TwoByTwo surveyTable(Cohort survey) {
        Cohort pregnant = survey.where("not pregnant", p -> p.is("cohort", "pregnant"))
                .derive(Variable.binary("often", "Frequent leg jerks"), p -> p.is("leg_jerks", "frequent"));
        return TwoByTwo.of(pregnant, "often", "insomnia_symptom", "n");
    }
}
