package cohortkit.core;

/**
 * A number with its interval and the way both were made. Values are on the measure's own scale: a prevalence of 14 %
 * is 0.14, an odds ratio is not its logarithm.
 *
 * <pre>{@code
 * table.riskRatio()   // 2.17 (95 % CI 1.35 to 3.49; log Wald)
 * }</pre>
 *
 * @param measure what is estimated
 * @param value the point estimate; may be infinite, and NaN only where the measure is undefined (0/0)
 * @param interval its confidence interval, {@link Interval#none()} if there is none
 * @param convention how both were made
 */
public record Estimate(Measure measure, double value, Interval interval, Convention convention) {

    /** A count, such as the rows of a workbook: it has no interval. */
    public static Estimate count(long n, String what) {
        return withoutInterval(Measure.COUNT, (double) n, Convention.of(what, ""));
    }

    /** An estimate that stands alone. */
    public static Estimate withoutInterval(Measure measure, double value, Convention convention) {
        return new Estimate(measure, value, Interval.none(), convention);
    }

    /** Such as "2.17 (95 % CI 1.35 to 3.49; log Wald)"; proportions in percent. An undefined value says why. */
    @Override
    public String toString() {
        if (Double.isNaN(value) && !convention.zeroCells().isEmpty()) {
            return "NA (" + convention.zeroCells() + ")";
        }
        String number = number(value) + (measure.isPercent() ? " %" : "");
        if (!interval.exists()) {
            return number;
        }
        String method = convention.interval().isEmpty() ? "" : "; " + convention.interval();
        return number + " (" + interval.levelText() + " " + number(interval.lower()) + " to " + number(interval.upper())
                + method + ")";
    }

    private String number(double x) {
        if (measure == Measure.P_VALUE) {
            return DisplayNumber.pValue(x);
        }
        if (measure == Measure.COUNT) {
            return DisplayNumber.shortest(x);
        }
        if (measure == Measure.COEFFICIENT || measure == Measure.LOG_LIKELIHOOD) {
            return DisplayNumber.coefficient(x);
        }
        return measure.isPercent() ? DisplayNumber.percent(x, 1) : DisplayNumber.ratio(x);
    }
}
