package cohortkit.claims;

import cohortkit.claims.ExplainDifference.Candidate;
import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import cohortkit.stats.table.ZeroCells;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The ways in which a 2x2 table may have been printed. */
final class TableCandidates {

    static final double[] LEVELS = {0.95, 0.9, 0.99};

    /** From this rank on the table was read another way. */
    static final int EXCHANGED = 10;

    /** People up to whom exact unconditional limits are tried; they take long beyond. */
    private static final int SMALL = 60;

    private final TwoByTwo table;
    private final String reading;
    private final int rank;
    private final List<Candidate> all;

    private TableCandidates(TwoByTwo table, String reading, int rank, List<Candidate> all) {
        this.table = table;
        this.reading = reading;
        this.rank = rank;
        this.all = all;
    }

    static List<Candidate> of(TwoByTwo t) {
        List<Candidate> all = new ArrayList<>();
        new TableCandidates(t, "", 0, all).addAll();
        new TableCandidates(new TwoByTwo(t.c(), t.d(), t.a(), t.b()), ", rows exchanged (the inverse)", EXCHANGED, all)
                .addAll();
        new TableCandidates(
                        new TwoByTwo(t.b(), t.a(), t.d(), t.c()),
                        ", columns exchanged (of the people without the outcome)",
                        EXCHANGED + 1,
                        all)
                .addAll();
        new TableCandidates(
                        new TwoByTwo(t.a(), t.c(), t.b(), t.d()), ", rows and columns transposed", EXCHANGED + 2, all)
                .addAll();
        return all;
    }

    static String percent(double level) {
        return DisplayNumber.shortest(100 * level) + " %";
    }

    private void addAll() {
        for (double level : LEVELS) {
            for (RiskRatioInterval method : RiskRatioInterval.values()) {
                if (method != RiskRatioInterval.EXACT_UNCONDITIONAL || isSmall(level)) {
                    add(method.label() + who(method), level, () -> table.riskRatio(method, level));
                }
            }
            for (OddsRatioInterval method : OddsRatioInterval.values()) {
                add(method.label() + who(method), level, () -> table.oddsRatio(method, level));
            }
            for (RiskDifferenceInterval method : RiskDifferenceInterval.values()) {
                if (method != RiskDifferenceInterval.EXACT_UNCONDITIONAL || isSmall(level)) {
                    add(method.label() + who(method), level, () -> table.riskDifference(method, level));
                    add(method.label() + ", in percent", level, () -> inPercent(table.riskDifference(method, level)));
                }
            }
            shifted(level);
            add("small-sample adjusted (epitools oddsratio.small)", level, () -> smallSample(level));
        }
    }

    private boolean isSmall(double level) {
        return table.n() <= SMALL && level == Interval.DEFAULT_LEVEL;
    }

    /** Only where there is something to shift. */
    private void shifted(double level) {
        boolean empty = table.a() == 0 || table.b() == 0 || table.c() == 0 || table.d() == 0;
        for (ZeroCells rule : ZeroCells.values()) {
            boolean changes = rule == ZeroCells.HALF_IN_ALL
                    || (empty && (rule == ZeroCells.HALF_IN_EMPTY || rule == ZeroCells.HALF_IN_ALL_IF_EMPTY));
            if (changes) {
                String text = "log Wald, " + rule.label() + who(rule);
                add(text, level, () -> rule.riskRatio(table, level));
                if (rule != ZeroCells.HALF_IN_ALL) {
                    add(text, level, () -> rule.oddsRatio(table, level));
                }
            }
        }
    }

    /** A method that does not take the table, such as an exact one of a huge table, has not printed the number. */
    private void add(String method, double level, Supplier<Estimate> supplier) {
        Estimate estimate;
        try {
            estimate = supplier.get();
        } catch (InputException e) {
            return;
        }
        if (!Double.isNaN(estimate.value())) {
            String text = "the " + estimate.measure().label() + ", " + method + ", at " + percent(level) + reading;
            all.add(new Candidate(text, estimate, rank + (level == Interval.DEFAULT_LEVEL ? 0 : 3)));
        }
    }

    /** {@code ad / ((b + 1)(c + 1))} with the limits of the halves. */
    private Estimate smallSample(double level) {
        Estimate halves = table.oddsRatio(OddsRatioInterval.HALDANE_ANSCOMBE, level);
        double value = ((double) table.a() * table.d()) / ((table.b() + 1.0) * (table.c() + 1.0));
        return new Estimate(Measure.ODDS_RATIO, value, halves.interval(), halves.convention());
    }

    private static Estimate inPercent(Estimate e) {
        Interval percent = new Interval(
                100 * e.interval().lower(),
                100 * e.interval().upper(),
                e.interval().level());
        return new Estimate(e.measure(), 100 * e.value(), percent, Convention.of("percent", ""));
    }

    private static String who(RiskRatioInterval method) {
        return switch (method) {
            case KATZ_LOG -> " (ours, epiR, Stata cs, SAS, Epi Info)";
            case KOOPMAN_SCORE -> " (DescTools, SAS SCORE(CORRECT=NO))";
            case MIETTINEN_NURMINEN -> " (SAS SCORE, statsmodels score)";
            case TEST_BASED -> " (Stata tb)";
            case EXACT_UNCONDITIONAL -> " (StatXact, SAS EXACT RELRISK)";
        };
    }

    private static String who(OddsRatioInterval method) {
        return switch (method) {
            case WOOLF -> " (ours, epiR, SAS, Stata woolf, Epi Info)";
            case CORNFIELD -> " (Stata cornfield)";
            case CORNFIELD_CORRECTED -> " (Epi Info 6)";
            case MIETTINEN_NURMINEN -> " (SAS SCORE)";
            case TEST_BASED -> " (Stata tb)";
            case EXACT -> " (R fisher.test, Epi Info)";
            case EXACT_CROSS_PRODUCT -> " (Stata cc, SAS EXACT OR)";
            case MID_P -> " (Epi Info)";
            case MEDIAN_UNBIASED -> " (epitools oddsratio)";
            case HALDANE_ANSCOMBE -> "";
        };
    }

    private static String who(RiskDifferenceInterval method) {
        return switch (method) {
            case NEWCOMBE -> " (ours, Epi twoby2, statsmodels)";
            case WALD -> " (epiR, Stata cs, SAS, Epi Info)";
            case MIETTINEN_NURMINEN -> " (SAS MN)";
            case AGRESTI_CAFFO -> " (DescTools)";
            case WALD_CORRECTED -> " (R prop.test)";
            case EXACT_UNCONDITIONAL -> " (StatXact, SAS EXACT RISKDIFF)";
        };
    }

    private static String who(ZeroCells rule) {
        return switch (rule) {
            case HALF_IN_EMPTY -> " (statsmodels Table2x2)";
            case HALF_IN_ALL_IF_EMPTY -> " (jamovi, vcd)";
            default -> "";
        };
    }
}
