package cohortkit.examples.catheter;

import cohortkit.claims.Finding;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.examples.files.StudyFiles;
import cohortkit.stats.Proportion;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.table.TwoByTwo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

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
        TwoByTwo table = TwoByTwo.of(patients, "type", "delta");
        Map<String, Supplier<Finding>> computations = new LinkedHashMap<>();
        computations.put("patients", () -> count(patients.size()));
        computations.put("surgicalInfections", () -> count(table.c()));
        computations.put("percutaneousInfections", () -> count(table.a()));
        computations.put("logRank", () -> Finding.notCheckable("the log-rank test is not part of this version"));
        computations.put(
                "prevalenceSurgical",
                () -> Finding.fromRows(new Proportion(table.c(), table.c() + table.d()).estimate()));
        computations.put(
                "prevalencePercutaneous",
                () -> Finding.fromRows(new Proportion(table.a(), table.a() + table.b()).estimate()));
        computations.put("riskRatio", () -> Finding.fromRows(table.riskRatio()));
        computations.put(
                "oddsRatio",
                () -> Finding.fromRows(Logistic.fit("delta ~ type", patients).oddsRatio("type[2]")));
        return Study.of(
                "dialysis-catheter",
                "Catheter infection on dialysis, 1992",
                StudyFiles.of(CatheterStudy.class).figures(),
                computations);
    }

    private static Finding count(long n) {
        return Finding.fromRows(Estimate.count(n, "rows"));
    }
}
