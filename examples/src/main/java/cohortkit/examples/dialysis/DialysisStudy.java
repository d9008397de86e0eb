package cohortkit.examples.dialysis;

import cohortkit.claims.Computation;
import cohortkit.claims.Constraint;
import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Finding;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Quantity;
import cohortkit.claims.RatioOfPrinted;
import cohortkit.claims.Study;
import cohortkit.claims.StudyProvider;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.core.Reads;
import cohortkit.examples.files.StudyFiles;
import cohortkit.stats.Prevalence;
import cohortkit.stats.Proportion;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.TwoByTwo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Mucsi et al. 2005, Nephrology Dialysis Transplantation 20:571 (doi 10.1093/ndt/gfh654): restless legs and insomnia in
 * 333 dialysis patients. The patients are not public: the numbers rest on every 2x2 table that agrees with the abstract,
 * and on a workbook reconstructed from its totals.
 *
 * <pre>{@code
 * Study.named("dialysis").verify().asDeclared()   // true
 * }</pre>
 */
public final class DialysisStudy implements StudyProvider {

    /** The reconstructed workbook. */
    public static final String WORKBOOK = "dialysis-reconstructed-from-published-totals.xlsx";

    private static final int PATIENTS = 333;
    private static final Printed WITH_RLS = Printed.parse("35%");
    private static final Printed WITHOUT_RLS = Printed.parse("16%");

    @Override
    public Study study() {
        return of(StudyFiles.of(DialysisStudy.class).cohort(WORKBOOK));
    }

    /** The study on a copy of its workbook. */
    public static Study of(Cohort patients) {
        Function<Reads, TwoByTwo> table = reads -> TwoByTwo.of(patients.readBy(reads), "rls", "insomnia");
        FeasibleTables feasible = feasible();
        Map<String, Computation> computations = new LinkedHashMap<>();
        computations.put(
                "patients",
                reads -> over(feasible, Estimate.count(patients.readBy(reads).size(), "rows"), t -> t.n()));
        computations.put(
                "prevalence",
                reads -> over(
                        feasible,
                        Prevalence.of(patients.readBy(reads), "rls").estimate(),
                        t -> share(t.a() + t.b(), t.n())));
        computations.put(
                "insomniaWithRls",
                reads -> over(feasible, riskWith(table.apply(reads)), t -> share(t.a(), t.a() + t.b())));
        computations.put(
                "insomniaWithoutRls",
                reads -> over(feasible, riskWithout(table.apply(reads)), t -> share(t.c(), t.c() + t.d())));
        computations.put("insomniaOf45", reads -> Finding.integers(45));
        computations.put(
                "pearson",
                reads -> over(
                        feasible,
                        pValue(table.apply(reads)),
                        t -> ChiSquare.test(t).pValue()));
        computations.put(
                "riskRatio",
                reads -> over(
                        feasible,
                        table.apply(reads).riskRatio(),
                        t -> t.riskRatio().value()));
        computations.put(
                "oddsRatio",
                reads -> over(
                        feasible,
                        table.apply(reads).oddsRatio(),
                        t -> t.oddsRatio().value()));
        RatioOfPrinted bare = new RatioOfPrinted(WITH_RLS, WITHOUT_RLS);
        computations.put("ratioOfPercentages", reads -> bare(Measure.RISK_RATIO, bare.riskRatio()));
        computations.put("oddsRatioOfPercentages", reads -> bare(Measure.ODDS_RATIO, bare.oddsRatio()));
        return Study.traced(
                "dialysis",
                "Restless legs and insomnia on dialysis, 2005",
                StudyFiles.of(DialysisStudy.class).figures(),
                computations);
    }

    /** Every table of 333 patients that agrees with the abstract's three percentages. */
    public static FeasibleTables feasible() {
        return FeasibleTables.of(
                PATIENTS,
                new Constraint(Quantity.EXPOSED_SHARE, Printed.parse("14%")),
                new Constraint(Quantity.RISK_EXPOSED, WITH_RLS),
                new Constraint(Quantity.RISK_UNEXPOSED, WITHOUT_RLS));
    }

    private static Finding over(FeasibleTables feasible, Estimate workbook, ToDoubleFunction<TwoByTwo> measure) {
        return Finding.reconstructed(workbook, Finding.overTables(feasible, workbook.measure(), measure));
    }

    private static Finding bare(Measure measure, PrintedRange range) {
        return Finding.overRange(
                EvidenceLevel.ARITHMETIC,
                measure,
                range.lower(),
                range.upper(),
                Convention.of("two printed percentages, over their rounding", ""));
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    private static Estimate riskWith(TwoByTwo table) {
        return new Proportion(table.a(), table.a() + table.b()).estimate();
    }

    private static Estimate riskWithout(TwoByTwo table) {
        return new Proportion(table.c(), table.c() + table.d()).estimate();
    }

    private static Estimate pValue(TwoByTwo table) {
        TestResult test = ChiSquare.test(table);
        return Estimate.withoutInterval(Measure.P_VALUE, test.pValue(), Convention.of(test.method(), ""));
    }
}
