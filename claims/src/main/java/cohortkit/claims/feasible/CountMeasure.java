package cohortkit.claims.feasible;

import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A measure of a table of counts whose bounds are known where each count is known to lie in a range, so that a search can
 * leave out what cannot be an extreme.
 *
 * <pre>{@code
 * var shape = TableShape.of(2, 2);
 * CountMeasure.riskRatio(shape.cell(1, 1), shape.row(1), shape.cell(2, 1), shape.row(2))   // risk ratio
 * }</pre>
 */
public final class CountMeasure {

    private enum Kind {
        SHARE("share"),
        RISK_DIFFERENCE("risk difference"),
        RISK_RATIO("risk ratio"),
        ODDS_RATIO("odds ratio");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Kind kind;
    private final CellSet part;
    private final CellSet rest;
    private final CellSet whole;
    private final CellSet otherPart;
    private final CellSet otherRest;
    private final CellSet otherWhole;

    private CountMeasure(Kind kind, CellSet part, CellSet whole, CellSet otherPart, CellSet otherWhole) {
        if (!whole.contains(part) || !otherWhole.contains(otherPart)) {
            throw new InputException("the cells above the line of a " + kind.label + " must be among those below it");
        }
        this.kind = kind;
        this.part = part;
        this.rest = whole.without(part);
        this.whole = whole;
        this.otherWhole = otherWhole;
        this.otherPart = otherPart;
        this.otherRest = otherWhole.without(otherPart);
    }

    /** Part among whole. */
    public static CountMeasure share(CellSet part, CellSet whole) {
        return new CountMeasure(Kind.SHARE, part, whole, part, whole);
    }

    /** The first share divided by the second. */
    public static CountMeasure riskRatio(CellSet part, CellSet whole, CellSet otherPart, CellSet otherWhole) {
        return new CountMeasure(Kind.RISK_RATIO, part, whole, otherPart, otherWhole);
    }

    /** The odds of the first share divided by those of the second. */
    public static CountMeasure oddsRatio(CellSet part, CellSet whole, CellSet otherPart, CellSet otherWhole) {
        return new CountMeasure(Kind.ODDS_RATIO, part, whole, otherPart, otherWhole);
    }

    /** The first share less the second. */
    public static CountMeasure riskDifference(CellSet part, CellSet whole, CellSet otherPart, CellSet otherWhole) {
        return new CountMeasure(Kind.RISK_DIFFERENCE, part, whole, otherPart, otherWhole);
    }

    double value(long[] counts) {
        return of(part.sum(counts), rest.sum(counts), otherPart.sum(counts), otherRest.sum(counts));
    }

    /** No value is higher where the counts lie between these and sums are bounded so. */
    double highest(long[] low, long[] high, SumBounds sums) {
        long a = part.sum(high);
        long c = otherPart.sum(low);
        double x = of(a, fewest(a, rest, whole, low, sums), c, most(c, otherRest, otherWhole, high, sums));
        return Double.isNaN(x) ? Double.POSITIVE_INFINITY : x; // 0/0 at a corner bounds nothing
    }

    /** No value is lower. */
    double lowest(long[] low, long[] high, SumBounds sums) {
        long a = part.sum(low);
        long c = otherPart.sum(high);
        double x = of(a, most(a, rest, whole, high, sums), c, fewest(c, otherRest, otherWhole, low, sums));
        return Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x;
    }

    /** The fewest beside a part, where its whole is known to be larger than the cells alone would say. */
    private static long fewest(long part, CellSet rest, CellSet whole, long[] low, SumBounds sums) {
        return Math.max(rest.sum(low), sums.least(whole) - part);
    }

    private static long most(long part, CellSet rest, CellSet whole, long[] high, SumBounds sums) {
        return Math.max(0, Math.min(rest.sum(high), sums.most(whole) - part));
    }

    /** Whether it has limits by the log Wald method. */
    boolean isRatio() {
        return kind == Kind.RISK_RATIO || kind == Kind.ODDS_RATIO;
    }

    /** The standard error of its logarithm; infinite or NaN where there is none. */
    double errorOfLogarithm(long[] counts) {
        return error(part.sum(counts), rest.sum(counts), otherPart.sum(counts), otherRest.sum(counts));
    }

    /** Between which values it lies; with the parts it falls, with the rest it rises for risks and falls for odds. */
    Span errorOfLogarithm(long[] low, long[] high, SumBounds sums) {
        boolean isRisk = kind == Kind.RISK_RATIO;
        long a = part.sum(high);
        long c = otherPart.sum(high);
        double least = isRisk
                ? error(a, fewest(a, rest, whole, low, sums), c, fewest(c, otherRest, otherWhole, low, sums))
                : error(
                        a,
                        most(part.sum(low), rest, whole, high, sums),
                        c,
                        most(otherPart.sum(low), otherRest, otherWhole, high, sums));
        a = part.sum(low);
        c = otherPart.sum(low);
        double most = isRisk
                ? error(a, most(a, rest, whole, high, sums), c, most(c, otherRest, otherWhole, high, sums))
                : error(
                        a,
                        fewest(part.sum(high), rest, whole, low, sums),
                        c,
                        fewest(otherPart.sum(high), otherRest, otherWhole, low, sums));
        return new Span(Double.isNaN(least) ? 0 : least, Double.isNaN(most) ? Double.POSITIVE_INFINITY : most);
    }

    private double error(long first, long firstRest, long second, long secondRest) {
        double a = (double) first;
        double b = (double) firstRest;
        double c = (double) second;
        double d = (double) secondRest;
        if (kind == Kind.RISK_RATIO) {
            return a == 0 || c == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(b / (a * (a + b)) + d / (c * (c + d)));
        }
        return Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    }

    /** What an estimate of it is called. */
    public Measure measure() {
        return switch (kind) {
            case SHARE -> Measure.PREVALENCE;
            case RISK_DIFFERENCE -> Measure.RISK_DIFFERENCE;
            case RISK_RATIO -> Measure.RISK_RATIO;
            case ODDS_RATIO -> Measure.ODDS_RATIO;
        };
    }

    /** Whether it is 0/0 wherever the counts lie up to these. */
    boolean isUndefined(long[] high) {
        boolean a = part.sum(high) == 0;
        boolean b = rest.sum(high) == 0;
        boolean c = otherPart.sum(high) == 0;
        boolean d = otherRest.sum(high) == 0;
        return switch (kind) {
            case SHARE -> a && b;
            case RISK_DIFFERENCE -> (a && b) || (c && d);
            case RISK_RATIO -> (a && b) || (c && d) || (a && c);
            case ODDS_RATIO -> (a || d) && (b || c);
        };
    }

    /** The cells above the line. */
    int[] parts() {
        return IntStream.concat(IntStream.of(part.cells()), IntStream.of(otherPart.cells()))
                .distinct()
                .toArray();
    }

    /** The cells that it reads. */
    int[] cells() {
        return Stream.of(part, rest, otherPart, otherRest)
                .flatMapToInt(cells -> IntStream.of(cells.cells()))
                .distinct()
                .toArray();
    }

    private double of(long first, long firstRest, long second, long secondRest) {
        double a = (double) first;
        double b = (double) firstRest;
        double c = (double) second;
        double d = (double) secondRest;
        return switch (kind) {
            case SHARE -> a / (a + b);
            case RISK_DIFFERENCE -> a / (a + b) - c / (c + d);
            case RISK_RATIO -> (a / (a + b)) / (c / (c + d));
            case ODDS_RATIO -> a * d / (b * c);
        };
    }

    @Override
    public String toString() {
        return kind.label;
    }
}
