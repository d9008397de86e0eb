package cohortkit.claims;

import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.FisherExact;
import cohortkit.stats.table.TwoByTwo;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a paper may print of a 2x2 table with the cells a (exposed with the outcome), b (exposed without), c (unexposed
 * with) and d (unexposed without), n = a + b + c + d.
 *
 * <pre>{@code
 * Constraint.of(Quantity.RISK_EXPOSED, "35%")   // risk in the exposed 35%
 * }</pre>
 */
public enum Quantity {
    /** (a + b) / n. */
    EXPOSED_SHARE("exposed share", Kind.SHARE),
    /** (a + c) / n. */
    OUTCOME_SHARE("outcome share", Kind.SHARE),
    /** a / (a + b). */
    RISK_EXPOSED("risk in the exposed", Kind.SHARE),
    /** c / (c + d). */
    RISK_UNEXPOSED("risk in the unexposed", Kind.SHARE),
    /** a / (a + c). */
    EXPOSED_AMONG_CASES("exposed among cases", Kind.SHARE),
    /** a (c + d) / (c (a + b)). */
    RISK_RATIO("risk ratio", Kind.RATIO),
    /** a d / (b c). */
    ODDS_RATIO("odds ratio", Kind.RATIO),
    /** p of Pearson's chi-square test without correction. */
    PEARSON_P("Pearson p", Kind.P_VALUE),
    /** Two-sided p of Fisher's exact test, by minimum likelihood. */
    FISHER_P("Fisher p", Kind.P_VALUE),
    /** a + b. */
    EXPOSED_COUNT("exposed count", Kind.COUNT),
    /** a + c. */
    OUTCOME_COUNT("outcome count", Kind.COUNT),
    /** Exposed with the outcome. */
    CELL_A("cell a", Kind.COUNT),
    /** Exposed without the outcome. */
    CELL_B("cell b", Kind.COUNT),
    /** Unexposed with the outcome. */
    CELL_C("cell c", Kind.COUNT),
    /** Unexposed without the outcome. */
    CELL_D("cell d", Kind.COUNT);

    private enum Kind {
        SHARE,
        RATIO,
        COUNT,
        P_VALUE
    }

    private final String label;
    private final Kind kind;

    Quantity(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The name in a sentence, such as "risk in the exposed". */
    public String label() {
        return label;
    }

    /** What an estimate of it is called. */
    public Measure measure() {
        return switch (kind) {
            case SHARE -> Measure.PREVALENCE;
            case RATIO -> this == RISK_RATIO ? Measure.RISK_RATIO : Measure.ODDS_RATIO;
            case COUNT -> Measure.COUNT;
            case P_VALUE -> Measure.P_VALUE;
        };
    }

    /** Its value in a table; NaN for 0/0, and for the p-value of a table with an empty margin. */
    public double value(TwoByTwo t) {
        if (isPValue()) {
            boolean margins = t.exposed() > 0 && t.unexposed() > 0 && t.events() > 0 && t.events() < t.n();
            return margins ? pValue(t) : Double.NaN;
        }
        return (double) numerator(t.a(), t.b(), t.c(), t.d()) / denominator(t.a(), t.b(), t.c(), t.d());
    }

    /**
     * The quantity of that label or name; case, hyphens and underscores do not matter.
     *
     * @throws InputException if there is none; the message lists the labels
     */
    public static Quantity parse(String name) {
        String wanted = plain(name);
        return Arrays.stream(values())
                .filter(quantity -> plain(quantity.label).equals(wanted)
                        || plain(quantity.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException("'" + name + "' is not a quantity of a 2x2 table; there are "
                        + Arrays.stream(values()).map(Quantity::label).collect(Collectors.joining(", "))));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    boolean isPValue() {
        return kind == Kind.P_VALUE;
    }

    /** The p-value of a table without an empty margin; only for those quantities that are one. */
    double pValue(TwoByTwo table) {
        return switch (this) {
            case PEARSON_P -> ChiSquare.test(table).pValue();
            case FISHER_P -> FisherExact.test(table).pValue();
            default -> throw new IllegalStateException(label + " is not a p-value");
        };
    }

    /** Of the fraction that this quantity is; a p-value is none. */
    long numerator(long a, long b, long c, long d) {
        return switch (this) {
            case EXPOSED_SHARE, EXPOSED_COUNT -> a + b;
            case OUTCOME_SHARE, OUTCOME_COUNT -> a + c;
            case RISK_EXPOSED, EXPOSED_AMONG_CASES, CELL_A -> a;
            case RISK_UNEXPOSED, CELL_C -> c;
            case CELL_B -> b;
            case CELL_D -> d;
            case RISK_RATIO -> a * (c + d);
            case ODDS_RATIO -> a * d;
            case PEARSON_P, FISHER_P -> throw new IllegalStateException(label + " is not a fraction");
        };
    }

    /** Of the fraction that this quantity is; a p-value is none. */
    long denominator(long a, long b, long c, long d) {
        return switch (this) {
            case EXPOSED_SHARE, OUTCOME_SHARE -> a + b + c + d;
            case RISK_EXPOSED -> a + b;
            case RISK_UNEXPOSED -> c + d;
            case EXPOSED_AMONG_CASES -> a + c;
            case RISK_RATIO -> c * (a + b);
            case ODDS_RATIO -> b * c;
            case EXPOSED_COUNT, OUTCOME_COUNT, CELL_A, CELL_B, CELL_C, CELL_D -> 1;
            case PEARSON_P, FISHER_P -> throw new IllegalStateException(label + " is not a fraction");
        };
    }

    /** An error if the figure cannot mean this quantity: a forgotten or a stray percent sign. */
    void require(Printed printed) {
        boolean percent = printed.unit() == Printed.Unit.PERCENT;
        if (kind == Kind.SHARE && !percent && printed.range().lower() > 1) {
            throw new InputException(
                    label + " is a share of at most 1, or 100%; was '" + printed + "': is a % missing?");
        }
        if (kind != Kind.SHARE && percent) {
            throw new InputException(label + " is not a percentage; was '" + printed + "'");
        }
    }
}
