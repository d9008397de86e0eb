package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prints as an author would who rounds by one rule. */
record Print(Rounding rule) {

    String number(double x, int decimals) {
        return text(BigDecimal.valueOf(x), decimals);
    }

    String share(long count, long total, int decimals) {
        BigDecimal percent = BigDecimal.valueOf(100 * count);
        return percent.divide(BigDecimal.valueOf(total), decimals, mode(1)).toPlainString() + "%";
    }

    String quotient(long numerator, long denominator, int decimals) {
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), decimals, mode(Long.signum(numerator)))
                .toPlainString();
    }

    Printed parsed(double x, int decimals) {
        return Printed.parse(number(x, decimals));
    }

    /** As journals print p: a bound below a thousandth. */
    Printed p(double p, int decimals) {
        return Printed.parse(p < 0.001 ? "p<0.001" : "p=" + number(p, decimals));
    }

    String text(BigDecimal x, int decimals) {
        return x.setScale(decimals, mode(x.signum())).toPlainString();
    }

    private RoundingMode mode(int sign) {
        return switch (rule) {
            case HALF_UP -> sign < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case HALF_AWAY -> RoundingMode.HALF_UP;
            case TRUNCATED -> RoundingMode.DOWN;
            default -> throw new IllegalArgumentException("no author rounds by " + rule);
        };
    }
}
