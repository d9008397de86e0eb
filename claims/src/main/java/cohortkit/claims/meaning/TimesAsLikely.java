package cohortkit.claims.meaning;

import cohortkit.claims.OddsRatioAsRiskRatio;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * "So many times as likely" without the risks behind it: what the number means if it is an odds ratio, and up to which
 * baseline risk it can be a risk ratio (Zhang and Yu 1998, JAMA 280:1690). Never decidable by itself.
 *
 * <pre>{@code
 * var times = new TimesAsLikely(Printed.parse("3.5"));
 * times.highestBaseline()            // 0.2898...
 * times.baselineOf(2.0)              // 0.3
 * times.checked().verdict().kind()   // NOT_CHECKABLE
 * }</pre>
 *
 * @param times as printed, above 0
 */
public record TimesAsLikely(Printed times) implements Check {

    private static final double[] BASELINES = {0.05, 0.1, 0.2, 0.3};

    /** Checks the number. */
    public TimesAsLikely {
        if (!(times.range().lower() > 0 && Double.isFinite(times.range().upper()))) {
            throw new InputException("'times as likely' needs a number above 0; was " + times);
        }
    }

    /** The highest risk of the unexposed at which this may be a risk ratio, over its rounding. */
    public double highestBaseline() {
        return OddsRatioAsRiskRatio.highestBaseline(times.range().lower());
    }

    /** The baseline risk at which this, read as an odds ratio, is the given risk ratio: {@code (OR / RR - 1) / (OR - 1)}. */
    public double baselineOf(double riskRatio) {
        double oddsRatio = middle();
        double baseline = (oddsRatio / riskRatio - 1) / (oddsRatio - 1);
        if (!(baseline >= 0 && baseline < 1)) {
            throw new InputException(
                    "no baseline risk makes an odds ratio of " + times + " a risk ratio of " + riskRatio);
        }
        return baseline;
    }

    private double middle() {
        PrintedRange range = times.range();
        return (range.lower() + range.upper()) / 2;
    }

    @Override
    public Checked checked() {
        String converted = DoubleStream.of(BASELINES)
                .mapToObj(p -> DisplayNumber.ratio(new OddsRatioAsRiskRatio(middle(), p).riskRatio()) + " at "
                        + DisplayNumber.percent(p, 0) + " %")
                .collect(Collectors.joining(", "));
        String limit = highestBaseline() >= 1
                ? ""
                : "; as a risk ratio it needs a baseline risk below " + DisplayNumber.percent(highestBaseline(), 1)
                        + " %";
        return Checked.of(
                "times as likely",
                times + " times",
                new Verdict.NotCheckable("without the two risks; as an odds ratio it is a risk ratio of " + converted
                        + limit + "; \"times more\" may mean one more than \"times as\""));
    }
}
