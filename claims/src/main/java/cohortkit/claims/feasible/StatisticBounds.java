package cohortkit.claims.feasible;

import org.apache.commons.numbers.gamma.LogGamma;

/** Between which values a test's statistic lies where each count lies between two. */
final class StatisticBounds {

    private static final double HALF = 0.5;
    private static final double SLACK = 1e-9;

    private final TableShape shape;
    private final CellSet[] rows;
    private final CellSet[] columns;
    private final SumBounds sums;

    StatisticBounds(TableShape shape, SumBounds sums) {
        this.shape = shape;
        this.sums = sums;
        rows = new CellSet[shape.rows()];
        columns = new CellSet[shape.columns()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = shape.row(i + 1);
        }
        for (int j = 0; j < columns.length; j++) {
            columns[j] = shape.column(j + 1);
        }
    }

    /** Observed and expected: the square of the difference over the latter is convex in both. */
    Span pearson(long[] low, long[] high) {
        Span n = sum(shape.all(), low, high);
        Span sum = Span.NOTHING;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                int cell = i * columns.length + j;
                Span expected = sum(rows[i], low, high)
                        .times(sum(columns[j], low, high))
                        .over(n);
                sum = sum.plus(term((double) low[cell], (double) high[cell], expected));
            }
        }
        return sum;
    }

    private static Span term(double low, double high, Span expected) {
        double least = 0;
        if (low > expected.high()) {
            least = term(low, expected.high());
        } else if (high < expected.low()) {
            least = term(high, expected.low());
        }
        double most = Math.max(
                Math.max(term(low, expected.low()), term(high, expected.low())),
                Math.max(term(low, expected.high()), term(high, expected.high())));
        return new Span(least, most);
    }

    private static double term(double observed, double expected) {
        if (expected == 0) {
            return observed == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double d = observed - expected;
        return Double.isInfinite(expected) ? Double.POSITIVE_INFINITY : d * d / expected;
    }

    /** Twice the entropies of cells and of all, less those of the margins. */
    Span likelihoodRatio(long[] low, long[] high) {
        Span sum = sum(shape.all(), low, high).timesLogarithm();
        for (int cell = 0; cell < low.length; cell++) {
            sum = sum.plus(cell(cell, low, high).timesLogarithm());
        }
        for (CellSet row : rows) {
            sum = sum.minus(sum(row, low, high).timesLogarithm());
        }
        for (CellSet column : columns) {
            sum = sum.minus(sum(column, low, high).timesLogarithm());
        }
        return sum.times(2);
    }

    /** Of 2 x 2 tables in strata, with a half taken from the difference or not. */
    Span mantelHaenszel(long[] low, long[] high, boolean isCorrected) {
        Span difference = Span.NOTHING;
        Span variance = Span.NOTHING;
        for (int s = 0; s < low.length; s += 4) {
            Span a = cell(s, low, high);
            Span b = cell(s + 1, low, high);
            Span c = cell(s + 2, low, high);
            Span d = cell(s + 3, low, high);
            Span n = a.plus(b).plus(c).plus(d);
            Span margins = a.plus(b).times(a.plus(c));
            difference = difference.plus(a.minus(margins.over(n)));
            Span both = margins.times(c.plus(d)).times(b.plus(d));
            Span one = n.minus(new Span(1, 1)).atLeastZero();
            variance = variance.plus(both.over(n.times(n)).over(one));
        }
        Span distance = absolute(difference);
        return (isCorrected ? corrected(distance) : distance).squared().over(variance);
    }

    /** Less a half, where it is not below a half; at a half either, for the last digit decides. */
    private static Span corrected(Span distance) {
        if (distance.high() < HALF - SLACK) {
            return distance;
        }
        return distance.low() > HALF + SLACK
                ? distance.minus(new Span(HALF, HALF))
                : new Span(0, Math.max(HALF, distance.high() - HALF) + SLACK);
    }

    private static Span absolute(Span x) {
        double most = Math.max(Math.abs(x.low()), Math.abs(x.high()));
        return new Span(x.low() <= 0 && x.high() >= 0 ? 0 : Math.min(Math.abs(x.low()), Math.abs(x.high())), most);
    }

    /** Of cells whose sum may be known better than the cells. */
    private Span sum(CellSet cells, long[] low, long[] high) {
        double least = Math.max((double) cells.sum(low), (double) sums.least(cells));
        return new Span(least, Math.max(least, Math.min((double) cells.sum(high), (double) sums.most(cells))));
    }

    private static Span cell(int i, long[] low, long[] high) {
        return new Span((double) low[i], (double) high[i]);
    }

    /** The logarithm of the chance of a table, given its margins. */
    Span logProbability(long[] low, long[] high) {
        Span sum = Span.NOTHING;
        for (CellSet row : rows) {
            sum = sum.plus(logFactorial(sum(row, low, high)));
        }
        for (CellSet column : columns) {
            sum = sum.plus(logFactorial(sum(column, low, high)));
        }
        sum = sum.minus(logFactorial(sum(shape.all(), low, high)));
        for (int cell = 0; cell < low.length; cell++) {
            sum = sum.minus(logFactorial(cell(cell, low, high)));
        }
        return sum;
    }

    private static Span logFactorial(Span x) {
        return new Span(LogGamma.value(x.low() + 1), LogGamma.value(x.high() + 1));
    }

    /** The logarithm of a number that no number of tables with the same margins exceeds. */
    double logOfTables(long[] high) {
        double sum = 0;
        for (int i = 0; i < rows.length - 1; i++) {
            for (int j = 0; j < columns.length - 1; j++) {
                sum += Math.log1p(Math.min(
                        sum(rows[i], high, high).high(),
                        sum(columns[j], high, high).high()));
            }
        }
        return sum;
    }

    /** The fewest and the most degrees of freedom: rows and columns without people have none. */
    int[] degreesOfFreedom(long[] low, long[] high) {
        return new int[] {
            (filled(rows, low) - 1) * (filled(columns, low) - 1), (filled(rows, high) - 1) * (filled(columns, high) - 1)
        };
    }

    private static int filled(CellSet[] lines, long[] counts) {
        int filled = 0;
        for (CellSet line : lines) {
            filled += line.sum(counts) > 0 ? 1 : 0;
        }
        return Math.max(1, filled);
    }
}
