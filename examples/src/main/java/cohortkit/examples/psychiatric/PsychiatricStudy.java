package cohortkit.examples.psychiatric;

import cohortkit.claims.Computation;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Finding;
import cohortkit.claims.OverlapBounds;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.examples.dialysis.DialysisStudy;
import cohortkit.examples.files.StudyFiles;
import cohortkit.stats.Prevalence;
import cohortkit.stats.Proportion;
import cohortkit.stats.table.TwoByTwo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Talih et al. 2018, Neuropsychiatric Disease and Treatment 14:969 (doi 10.2147/NDT.S160742): insomnia and restless legs
 * in 203 psychiatric inpatients. Its tables are not readable; what rests on totals uses a reconstructed workbook.
 *
 * <pre>{@code
 * Study.named("psychiatric").verify().asDeclared()   // true
 * }</pre>
 */
public final class PsychiatricStudy implements StudyProvider {

    /** The reconstructed workbook. */
    public static final String WORKBOOK = "psychiatric-reconstructed-from-published-totals.xlsx";

    private static final int PATIENTS = 203;

    @Override
    public Study study() {
        StudyFiles files = StudyFiles.of(PsychiatricStudy.class);
        return of(files.cohort(WORKBOOK), files.cohort("psychiatric-inpatients.csv", "codebook.csv"));
    }

    /** The study on a copy of its workbook and of the real rows beside it. */
    public static Study of(Cohort patients, Cohort real) {
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put(
                "patients",
                reads -> Finding.reconstructed(
                        Estimate.count(patients.readBy(reads).size(), "rows"),
                        Finding.overRange(
                                EvidenceLevel.FEASIBLE_SET,
                                Measure.COUNT,
                                PATIENTS,
                                PATIENTS,
                                Convention.of("printed total", ""))));
        computations.put("insomnia", reads -> share(patients.readBy(reads), "insomnia"));
        computations.put("rls", reads -> share(patients.readBy(reads), "rls"));
        computations.put(
                "severity",
                reads -> Finding.notCheckable(
                        "the article swaps what was graded: no severity of restless legs is readable"));
        computations.put("oneInFour", reads -> oneInFour(patients.readBy(reads)));
        computations.put(
                "oneInFourOfDialysis",
                reads -> Finding.overTables(
                        DialysisStudy.feasible(), Measure.PREVALENCE, t -> (double) t.a() / (t.a() + t.c())));
        computations.put(
                "realInpatients",
                reads -> Finding.fromRows(Estimate.count(real.readBy(reads).size(), "rows")));
        computations.put(
                "realDeathRatio",
                reads -> Finding.fromRows(
                        TwoByTwo.of(real.readBy(reads), "sex", "death").riskRatio()));
        return Study.traced(
                "psychiatric",
                "Insomnia and restless legs in psychiatric inpatients, 2018",
                StudyFiles.of(PsychiatricStudy.class).figures(),
                computations);
    }

    private static Finding share(Cohort patients, String variable) {
        return Finding.reconstructed(Prevalence.of(patients, variable).estimate(), Finding.integers(PATIENTS));
    }

    /** How large the share with restless legs among those with insomnia can be, whatever the unpublished overlap. */
    private static Finding oneInFour(Cohort patients) {
        TwoByTwo table = TwoByTwo.of(patients, "rls", "insomnia");
        long rls = table.a() + table.b();
        // The printed 67.4 % names no count; the nearest one below it leaves the largest share.
        long insomnia = (long) Math.floor(0.674 * PATIENTS);
        PrintedRange overlap = new OverlapBounds(rls, insomnia, PATIENTS).shareOfSecond();
        Estimate workbook = new Proportion(table.a(), table.a() + table.c()).estimate();
        return Finding.reconstructed(
                workbook,
                Finding.overRange(
                        EvidenceLevel.FEASIBLE_SET,
                        Measure.PREVALENCE,
                        overlap.lower(),
                        overlap.upper(),
                        Convention.of("bounds of an overlap by its margins", "")));
    }
}
