package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test statistic and its p-value against each other, two-sided or else one-sided. Degrees of freedom without decimals are
 * whole; where they would have to be rounded ones, as Welch's may be, the verdict says so.
 *
 * <pre>{@code
 * StatisticP.of(Statistic.R, ".26", "p=.043", "57").checked().verdict().kind()     // POSSIBLE
 * StatisticP.of(Statistic.T, "2.20", "p=.02", "28").checked().verdict().reason()   // "computed 0.0358 to 0.0366, printed p=.02: only if one-sided"
 * StatisticP.of(Statistic.CHI_SQUARE, "10.918", "p=.001", "1").checked().verdict().kind()   // CONSISTENT
 * }</pre>
 *
 * @param statistic which one
 * @param value as printed
 * @param df its degrees of freedom as printed, as many as the statistic has
 * @param p as printed
 */
public record StatisticP(Statistic statistic, Printed value, List<Printed> df, Printed p) implements Check {

    /** Checks the degrees of freedom. */
    public StatisticP {
        df = List.copyOf(df);
        if (df.size() != statistic.dfs()
                || df.stream()
                        .anyMatch(d -> !(d.range().lower() > 0 && d.range().upper() < 1e9))) {
            throw new InputException(statistic.symbol() + " needs " + statistic.dfs()
                    + " number(s) of degrees of freedom, above 0; was " + df);
        }
    }

    /** From the texts as printed. */
    public static StatisticP of(Statistic statistic, String value, String p, String... df) {
        return new StatisticP(
                statistic,
                Printed.parse(value),
                Stream.of(df).map(Printed::parse).toList(),
                Printed.parse(p));
    }

    @Override
    public Checked checked() {
        String on =
                df.isEmpty() ? "" : "(" + df.stream().map(Printed::toString).collect(Collectors.joining(", ")) + ")";
        return new Checked(
                "p-value of a statistic", statistic.symbol() + on + " = " + value + ", " + PName.of(p), verdict(), "");
    }

    private Verdict verdict() {
        Verdict twoSided = Boxes.verdict(p, rounding -> pValues(rounding, 1, false));
        if (twoSided.kind() != Verdict.Kind.CONTRADICTED) {
            return twoSided;
        }
        if (statistic.hasTwoTails() && Boxes.overlap(p, rounding -> pValues(rounding, 0.5, false), Rounding.ANY)) {
            return new Verdict.Possible(twoSided.reason() + ": only if one-sided");
        }
        if (Boxes.overlap(p, rounding -> pValues(rounding, 1, true), Rounding.ANY)) {
            return new Verdict.Possible(twoSided.reason() + ": only if the degrees of freedom were rounded");
        }
        return twoSided;
    }

    private PrintedRange pValues(Rounding rounding, double share, boolean roundedDf) {
        PrintedRange values = value.range(rounding);
        double least = values.lower() <= 0 && values.upper() >= 0
                ? 0
                : Math.min(Math.abs(values.lower()), Math.abs(values.upper()));
        double most = statistic.hasTwoTails()
                ? Math.max(Math.abs(values.lower()), Math.abs(values.upper()))
                : Math.max(0, values.upper());
        double lower = 1;
        double upper = 0;
        for (double first : ends(0, rounding, roundedDf)) {
            for (double second : ends(1, rounding, roundedDf)) {
                lower = Math.min(lower, statistic.pValue(most, first, second));
                upper = Math.max(upper, statistic.pValue(least, first, second));
            }
        }
        // Near 1 the last bit of a survival function need not fall.
        return new PrintedRange(share * Math.min(lower, upper), share * upper);
    }

    private double[] ends(int which, Rounding rounding, boolean roundedDf) {
        if (which >= df.size()) {
            return new double[] {1};
        }
        PrintedRange range = df.get(which).range(rounding);
        double whole =
                Math.rint((df.get(which).range().lower() + df.get(which).range().upper()) / 2);
        boolean isWhole = df.get(which).range().upper() - df.get(which).range().lower() > 0.99;
        return isWhole && !roundedDf
                ? new double[] {whole}
                : new double[] {Math.max(0.5, range.lower()), range.upper()};
    }
}
