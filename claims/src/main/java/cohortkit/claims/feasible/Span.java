package cohortkit.claims.feasible;

/**
 * What a number is known to lie between, with the arithmetic of such numbers. Products and quotients are of numbers from 0.
 *
 * @param low at most {@code high}
 * @param high may be infinite
 */
record Span(double low, double high) {

    static final Span NOTHING = new Span(0, 0);

    Span plus(Span other) {
        return new Span(low + other.low, high + other.high);
    }

    Span minus(Span other) {
        return new Span(low - other.high, high - other.low);
    }

    Span times(Span other) {
        return new Span(low * other.low, high * other.high);
    }

    /** 0/0 may be anything from 0. */
    Span over(Span other) {
        return new Span(
                other.high == 0 ? 0 : low / other.high, other.low == 0 ? Double.POSITIVE_INFINITY : high / other.low);
    }

    Span times(double factor) {
        return new Span(factor * low, factor * high);
    }

    /** Of both signs. */
    Span squared() {
        double most = Math.max(low * low, high * high);
        return new Span(low <= 0 && high >= 0 ? 0 : Math.min(low * low, high * high), most);
    }

    /** The part from 0 up. */
    Span atLeastZero() {
        return new Span(Math.max(0, low), Math.max(0, high));
    }

    /** {@code x ln x} of whole numbers from 0, which does not fall. */
    Span timesLogarithm() {
        return new Span(entropy(low), entropy(high));
    }

    private static double entropy(double x) {
        return x <= 1 ? 0 : x * Math.log(x);
    }

    /** Whether a value may lie in both, with some slack for the arithmetic. */
    boolean meets(double least, double most) {
        double slack = 1e-9 * (1 + Math.min(Math.abs(least), 1e6));
        return low <= most + slack && high >= least - slack;
    }
}
