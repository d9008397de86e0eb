package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;

/**
 * What packages do about empty cells before they compute a log Wald interval. The default here is {@link #KEEP}.
 *
 * <pre>{@code
 * var empty = new TwoByTwo(0, 5, 4, 6);
 * empty.oddsRatio()                                 // 0 (95 % CI 0 to Inf; log Wald)
 * ZeroCells.HALF_IN_EMPTY.oddsRatio(empty, 0.95)    // 0.15 (95 % CI 0.00630 to 3.57; log Wald)
 * }</pre>
 */
public enum ZeroCells {
    /** Nothing is added: a ratio is 0 or infinite, and has no limits. Ours; Stata and SAS leave the limits out. */
    KEEP("nothing added"),
    /** Nothing is added and nothing is answered where the interval does not exist: epiR (NaN), Epi Info ("Undefined"). */
    REFUSE("no answer with an empty cell"),
    /** Each empty cell becomes 1/2, the others stay: statsmodels' {@code Table2x2(shift_zeros=True)}. */
    HALF_IN_EMPTY("empty cells made 0.5"),
    /** 1/2 is added to all four cells if one is empty: jamovi, vcd's {@code loddsratio}. */
    HALF_IN_ALL_IF_EMPTY("0.5 added to each cell if one is empty"),
    /** 1/2 is added to all four cells of every table: Haldane 1956, Anscombe 1956. */
    HALF_IN_ALL("0.5 added to each cell");

    private final String label;

    ZeroCells(String label) {
        this.label = label;
    }

    /** In words, such as "0.5 added to each cell". */
    public String label() {
        return label;
    }

    /** The risk ratio by log Wald after this rule; NaN with the reason where the rule is to refuse. */
    public Estimate riskRatio(TwoByTwo table, double level) {
        Estimate plain = table.riskRatio(RiskRatioInterval.KATZ_LOG, level);
        boolean undefined = table.a() == 0 || table.c() == 0;
        if (this == REFUSE && undefined) {
            return refused(plain);
        }
        if (changesNothing(table)) {
            return plain;
        }
        ShiftedTable shifted = shifted(table);
        return new Estimate(
                Measure.RISK_RATIO, shifted.riskRatio(), shifted.riskRatioLimits(level), named(plain.convention()));
    }

    /** The odds ratio by log Wald after this rule; NaN with the reason where the rule is to refuse. */
    public Estimate oddsRatio(TwoByTwo table, double level) {
        Estimate plain = table.oddsRatio(OddsRatioInterval.WOOLF, level);
        if (this == REFUSE && hasEmpty(table)) {
            return refused(plain);
        }
        if (changesNothing(table)) {
            return plain;
        }
        ShiftedTable shifted = shifted(table);
        return new Estimate(
                Measure.ODDS_RATIO, shifted.oddsRatio(), shifted.oddsRatioLimits(level), named(plain.convention()));
    }

    private boolean changesNothing(TwoByTwo table) {
        return this == KEEP || this == REFUSE || (this != HALF_IN_ALL && !hasEmpty(table));
    }

    private Convention named(Convention convention) {
        return convention.withZeroCells(label);
    }

    private Estimate refused(Estimate plain) {
        Interval widest = plain.interval();
        return new Estimate(plain.measure(), Double.NaN, widest, named(plain.convention()));
    }

    static boolean hasEmpty(TwoByTwo t) {
        return t.a() == 0 || t.b() == 0 || t.c() == 0 || t.d() == 0;
    }

    /** The counts after the rule. */
    ShiftedTable shifted(TwoByTwo t) {
        boolean all = this == HALF_IN_ALL || (this == HALF_IN_ALL_IF_EMPTY && hasEmpty(t));
        return new ShiftedTable(cell(t.a(), all), cell(t.b(), all), cell(t.c(), all), cell(t.d(), all));
    }

    private double cell(long count, boolean all) {
        return all || (this == HALF_IN_EMPTY && count == 0) ? count + 0.5 : count;
    }
}
