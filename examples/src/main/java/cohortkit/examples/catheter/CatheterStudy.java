package cohortkit.examples.catheter;

import cohortkit.claims.Computation;
import cohortkit.claims.Finding;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.Reads;
import cohortkit.examples.files.StudyFiles;
import cohortkit.stats.Proportion;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.table.TwoByTwo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Nahman et al. 1992, as tabulated by Klein and Moeschberger, Survival Analysis: 119 real dialysis patients, infection
 * of a catheter that was placed surgically or through the skin. Counts as tables see them; the time to infection waits
 * for survival analysis.
 *
 * <pre>{@code
 * Study.named("dialysis-catheter").verify().asDeclared()   // true
 * }</pre>
 */
public final class CatheterStudy implements StudyProvider {

    @Override
    public Study study() {
        return of(StudyFiles.of(CatheterStudy.class).cohort("dialysis-catheter.csv", "codebook.csv"));
    }

    /** The study on a copy of its rows. */
    public static Study of(Cohort patients) {
        // Exposed is the second level: placed through the skin.
        Function<Reads, TwoByTwo> table = reads -> TwoByTwo.of(patients.readBy(reads), "type", "delta");
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put("patients", reads -> count(patients.readBy(reads).size()));
        computations.put("surgicalInfections", reads -> count(table.apply(reads).c()));
        computations.put(
                "percutaneousInfections", reads -> count(table.apply(reads).a()));
        computations.put("logRank", reads -> Finding.notCheckable("the log-rank test is not part of this version"));
        computations.put(
                "prevalenceSurgical",
                reads -> risk(table.apply(reads).c(), table.apply(reads).d()));
        computations.put(
                "prevalencePercutaneous",
                reads -> risk(table.apply(reads).a(), table.apply(reads).b()));
        computations.put(
                "riskRatio", reads -> Finding.fromRows(table.apply(reads).riskRatio()));
        computations.put(
                "oddsRatio",
                reads -> Finding.fromRows(
                        Logistic.fit("delta ~ type", patients.readBy(reads)).oddsRatio("type[2]")));
        return Study.traced(
                "dialysis-catheter",
                "Catheter infection on dialysis, 1992",
                StudyFiles.of(CatheterStudy.class).figures(),
                computations);
    }

    private static Finding risk(long events, long others) {
        return Finding.fromRows(new Proportion(events, events + others).estimate());
    }

    private static Finding count(long n) {
        return Finding.fromRows(Estimate.count(n, "rows"));
    }
}
