package cohortkit.claims.files;

import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Finding;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.core.NearestNames;
import cohortkit.stats.TestResult;
import cohortkit.stats.continuous.GroupTest;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.MeanDifferenceMethod;
import cohortkit.stats.continuous.RankMethod;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.crosstab.FisherFreemanHalton;
import cohortkit.stats.crosstab.Independence;
import cohortkit.stats.paired.McNemar;
import cohortkit.stats.paired.PairedTable;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** p-values and statistics of tests by their names. */
final class TestFunctions {

    static final Map<String, ComputeFunction> ALL =
            Map.of("p", call -> test(call, false), "statistic", call -> test(call, true));

    private static final String FORM = "p(TEST, ...), such as p(pearson, EXPOSURE, OUTCOME), p(welch, NUMBER, GROUP),"
            + " p(wald, FORMULA, TERM) or p(cmh, EXPOSURE, OUTCOME, by STRATUM)";

    private static final Map<String, Function<TwoByTwo, TestResult>> OF_TABLES = Map.of(
            "pearson", ChiSquare::test,
            "yates", table -> ChiSquare.test(table, Correction.YATES),
            "fisher", FisherExact::test);

    private static final List<String> NAMES = List.of(
            "pearson",
            "yates",
            "fisher",
            "mcnemar",
            "cmh",
            "student",
            "welch",
            "anova",
            "kruskal wallis",
            "mann whitney",
            "wald",
            "likelihood ratio");

    private TestFunctions() {}

    private static Finding test(Call call, boolean statistic) {
        String name = Options.plain(call.text(0, FORM));
        return switch (name) {
            case "pearson", "yates", "fisher" -> ofTable(call, name, statistic);
            case "mcnemar" -> call.finding(McNemar.test(PairedTable.of(table(call))), statistic);
            case "cmh" -> cochranMantelHaenszel(call, statistic);
            case "student" -> means(call, MeanDifferenceMethod.POOLED, statistic);
            case "welch" -> means(call, MeanDifferenceMethod.WELCH, statistic);
            case "anova" -> groups(call, GroupTest.ANOVA, statistic);
            case "kruskal wallis" -> groups(call, GroupTest.KRUSKAL_WALLIS, statistic);
            case "mann whitney" ->
                call.finding(
                        grouped(call, call.event(2, FORM))
                                .locationShift(RankMethod.NORMAL_CORRECTED, Interval.DEFAULT_LEVEL)
                                .test(),
                        statistic);
            case "wald" -> {
                if (statistic) {
                    throw new InputException("statistic(wald, ...) is not offered; its sign and square differ by"
                            + " package; ask for p(wald, ...)");
                }
                yield ModelFunctions.wald(call, FORM);
            }
            case "likelihood ratio" -> ModelFunctions.likelihoodRatio(call, statistic, FORM);
            default ->
                throw new InputException(
                        "there is no test '" + name + "'; " + NearestNames.of(name, NAMES) + "; it is written " + FORM);
        };
    }

    private static Finding ofTable(Call call, String name, boolean statistic) {
        Function<TwoByTwo, TestResult> test = OF_TABLES.getOrDefault(name, ChiSquare::test);
        Optional<FeasibleTables> printed = call.printedSet(1);
        if (printed.isPresent()) {
            return call.finding(printed.get(), table -> value(test.apply(table), statistic));
        }
        if (call.size() > 2 && !name.equals("yates") && isLarger(call)) {
            CrossTable table = crossTable(call);
            return call.finding(
                    name.equals("fisher") ? FisherFreemanHalton.test(table) : Independence.PEARSON.test(table),
                    statistic);
        }
        return call.finding(test.apply(table(call)), statistic);
    }

    private static Estimate value(TestResult test, boolean statistic) {
        Convention convention = Convention.of(test.method(), "");
        return statistic
                ? Estimate.withoutInterval(Measure.STATISTIC, test.statistic(), convention)
                : Estimate.withoutInterval(Measure.P_VALUE, test.pValue(), convention);
    }

    private static boolean isLarger(Call call) {
        return List.of(1, 2).stream()
                .anyMatch(i -> call.cohort()
                        .codebook()
                        .find(call.text(i, FORM))
                        .filter(variable -> variable.levels().size() > 2)
                        .isPresent());
    }

    private static CrossTable crossTable(Call call) {
        String row = category(call, 1);
        String column = category(call, 2);
        Cohort cohort = call.cohort();
        return call.source()
                .frequency()
                .map(n -> CrossTable.of(cohort, row, column, n))
                .orElseGet(() -> CrossTable.of(cohort, row, column));
    }

    private static String category(Call call, int i) {
        return call.event(i, FORM);
    }

    private static TwoByTwo table(Call call) {
        return TableFunctions.table(call, 1, FORM);
    }

    private static Finding cochranMantelHaenszel(Call call, boolean statistic) {
        String stratum = call.options(3)
                .stratum()
                .orElseThrow(() -> new InputException("cmh needs a stratum; it is written " + FORM));
        return call.finding(CochranMantelHaenszel.test(TableFunctions.strata(call, 1, stratum, FORM)), statistic);
    }

    private static GroupedValues grouped(Call call, String group) {
        String variable = call.variable(1, FORM);
        return GroupedValues.of(call.rowsOnly(), variable, group);
    }

    private static Finding means(Call call, MeanDifferenceMethod method, boolean statistic) {
        return call.finding(
                grouped(call, call.event(2, FORM))
                        .meanDifference(method, Interval.DEFAULT_LEVEL)
                        .test(),
                statistic);
    }

    private static Finding groups(Call call, GroupTest test, boolean statistic) {
        return call.finding(grouped(call, call.event(2, FORM)).test(test), statistic);
    }
}
