package cohortkit.claims;

/** Where a fraction lies beside a printed figure: exact at the edges, quick elsewhere. */
final class Placement {

    /** Far above the error of one division, far below any printed digit. */
    private static final double SLACK = 1e-12;

    private final Printed printed;
    private final double lower;
    private final double upper;
    private final double lowerSlack;
    private final double upperSlack;

    Placement(Printed printed) {
        this.printed = printed;
        lower = printed.range().lower();
        upper = printed.range().upper();
        lowerSlack = slack(lower);
        upperSlack = slack(upper);
    }

    private static double slack(double end) {
        return Double.isInfinite(end) ? 0 : SLACK * Math.abs(end);
    }

    /** Negative below what the print allows, zero within, positive above; a division by zero is infinite. */
    int of(long numerator, long denominator) {
        if (denominator == 0) {
            return printed.admits(Double.POSITIVE_INFINITY) ? 0 : 1;
        }
        double x = (double) numerator / denominator;
        if (x < lower - lowerSlack) {
            return -1;
        }
        if (x > upper + upperSlack) {
            return 1;
        }
        boolean inside = x > lower + lowerSlack && x < upper - upperSlack;
        if (inside || printed.admits(numerator, denominator)) {
            return 0;
        }
        return x - lower < upper - x ? -1 : 1;
    }
}
