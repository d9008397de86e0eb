package cohortkit.claims.files;

import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Finding;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.Proportion;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.table.CommonOddsRatio;
import cohortkit.stats.table.CommonRiskDifference;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TwoByTwo;
import java.util.Map;
import java.util.Optional;

/** Counts, prevalences and what is computed of 2x2 tables. */
final class TableFunctions {

    static final Map<String, ComputeFunction> ALL = Map.of(
            "count", TableFunctions::count,
            "prevalence", TableFunctions::prevalence,
            "riskRatio", TableFunctions::riskRatio,
            "oddsRatio", TableFunctions::oddsRatio,
            "riskDifference", TableFunctions::riskDifference);

    private static final String COUNT = "count, or count(EVENT)";
    private static final String PREVALENCE = "prevalence(EVENT [, METHOD] [, LEVEL%])";

    private TableFunctions() {}

    private static Finding count(Call call) {
        call.requireSize(1, COUNT);
        long[] people = call.people();
        if (call.size() == 0) {
            return call.finding(Estimate.count(call.sum(people), "people"));
        }
        Proportion proportion = proportion(call, COUNT);
        return call.finding(Estimate.count(proportion.events(), "people with it"));
    }

    private static Finding prevalence(Call call) {
        Options options = call.options(1);
        double level = options.level();
        ProportionInterval method = options.method(ProportionInterval.WILSON);
        options.requireAllRead(ProportionInterval.class);
        Proportion proportion = proportion(call, PREVALENCE);
        Estimate plain = proportion.estimate(method, level);
        return call.finding(new Estimate(
                plain.measure(),
                plain.value(),
                plain.interval(),
                plain.convention()
                        .withDenominator(proportion.n() + " of " + call.sum(call.people()) + " people, known")));
    }

    private static Proportion proportion(Call call, String form) {
        String event = call.event(0, form);
        int[] events = call.cohort().events(event);
        long[] people = call.people();
        long with = 0;
        long known = 0;
        for (int row = 0; row < events.length; row++) {
            known += events[row] < 0 ? 0 : people[row];
            with += events[row] == 1 ? people[row] : 0;
        }
        if (known == 0) {
            throw new InputException("nobody has a value of '" + event + "' in " + events.length + " rows");
        }
        return new Proportion(with, known);
    }

    private static Finding riskRatio(Call call) {
        Optional<FeasibleTables> printed = call.printedSet(0);
        Options options = call.options(printed.isPresent() ? 1 : 2);
        double level = options.level();
        Optional<String> stratum = options.stratum();
        if (stratum.isPresent()) {
            options.requireAllRead(RiskRatioInterval.class);
            return call.finding(strata(call, stratum.get()).riskRatio(level));
        }
        RiskRatioInterval method = options.method(RiskRatioInterval.KATZ_LOG);
        options.requireAllRead(RiskRatioInterval.class);
        return printed.map(tables -> call.finding(tables, table -> table.riskRatio(method, level)))
                .orElseGet(() -> call.finding(table(call, "riskRatio").riskRatio(method, level)));
    }

    private static Finding oddsRatio(Call call) {
        if (call.size() > 0 && call.text(0, "").contains("~")) {
            return ModelFunctions.ratio(call, Measure.ODDS_RATIO);
        }
        Optional<FeasibleTables> printed = call.printedSet(0);
        Options options = call.options(printed.isPresent() ? 1 : 2);
        double level = options.level();
        Optional<String> stratum = options.stratum();
        if (stratum.isPresent()) {
            CommonOddsRatio method = options.method(CommonOddsRatio.MANTEL_HAENSZEL);
            options.requireAllRead(CommonOddsRatio.class);
            return call.finding(strata(call, stratum.get()).oddsRatio(method, level));
        }
        OddsRatioInterval method = options.method(OddsRatioInterval.WOOLF);
        options.requireAllRead(OddsRatioInterval.class);
        return printed.map(tables -> call.finding(tables, table -> table.oddsRatio(method, level)))
                .orElseGet(() -> call.finding(table(call, "oddsRatio").oddsRatio(method, level)));
    }

    private static Finding riskDifference(Call call) {
        Optional<FeasibleTables> printed = call.printedSet(0);
        Options options = call.options(printed.isPresent() ? 1 : 2);
        double level = options.level();
        Optional<String> stratum = options.stratum();
        if (stratum.isPresent()) {
            CommonRiskDifference method = options.method(CommonRiskDifference.SATO);
            options.requireAllRead(CommonRiskDifference.class);
            return call.finding(strata(call, stratum.get()).riskDifference(method, level));
        }
        RiskDifferenceInterval method = options.method(RiskDifferenceInterval.NEWCOMBE);
        options.requireAllRead(RiskDifferenceInterval.class);
        return printed.map(tables -> call.finding(tables, table -> table.riskDifference(method, level)))
                .orElseGet(() -> call.finding(table(call, "riskDifference").riskDifference(method, level)));
    }

    static TwoByTwo table(Call call, String function) {
        return table(call, 0, function + "(EXPOSURE, OUTCOME [, by STRATUM] [, METHOD] [, LEVEL%])");
    }

    static TwoByTwo table(Call call, int first, String form) {
        String exposure = call.event(first, form);
        String outcome = call.event(first + 1, form);
        Cohort cohort = call.cohort();
        return call.source()
                .frequency()
                .map(n -> TwoByTwo.of(cohort, exposure, outcome, n))
                .orElseGet(() -> TwoByTwo.of(cohort, exposure, outcome));
    }

    static Strata strata(Call call, String stratum) {
        return strata(call, 0, stratum, call.size() > 0 ? "NAME(EXPOSURE, OUTCOME, by STRATUM)" : "");
    }

    static Strata strata(Call call, int first, String stratum, String form) {
        String exposure = call.event(first, form);
        String outcome = call.event(first + 1, form);
        Cohort cohort = call.cohort();
        call.reading(cohort.variable(stratum).name());
        return call.source()
                .frequency()
                .map(n -> Strata.of(cohort, exposure, outcome, stratum, n))
                .orElseGet(() -> Strata.of(cohort, exposure, outcome, stratum));
    }
}
