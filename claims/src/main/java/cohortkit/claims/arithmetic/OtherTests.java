package cohortkit.claims.arithmetic;

import cohortkit.claims.PrintedRange;
import cohortkit.core.Measure;

/**
 * The statistics that the other usual tests of a 2x2 table may have where the log ratio and its standard error are given:
 * Pearson's chi-square and that of Yates. Over all exposed shares and baseline odds from 1 in 1,000 to 1,000 in 1; the size of
 * the table follows from the standard error. Fisher's exact p lies close to that of Yates.
 */
final class OtherTests {

    private static final double WIDEST = Math.log(1000);

    /** With fewer people in a cell there is no table behind the interval. */
    private static final double FEWEST = 1;

    private static final int STEPS = 16;

    private OtherTests() {}

    /** The least and the greatest statistic, on the scale of a standard normal deviate, for a log ratio of this size. */
    static PrintedRange statistics(Measure measure, double logRatio, double standardError) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i <= STEPS; i++) {
            double exposed = logistic(WIDEST * (2.0 * i / STEPS - 1));
            for (int j = 0; j <= STEPS; j++) {
                double baseline = logistic(WIDEST * (2.0 * j / STEPS - 1));
                double risk = measure == Measure.ODDS_RATIO
                        ? logistic(Math.log(baseline / (1 - baseline)) + logRatio)
                        : baseline * Math.exp(logRatio);
                if (risk < 1) {
                    double[] shares = {
                        exposed * risk, exposed * (1 - risk), (1 - exposed) * baseline, (1 - exposed) * (1 - baseline)
                    };
                    double n = people(measure, shares, standardError);
                    if (n * Math.min(Math.min(shares[0], shares[1]), Math.min(shares[2], shares[3])) >= FEWEST) {
                        PrintedRange found = statistics(shares, n);
                        least = Math.min(least, found.lower());
                        most = Math.max(most, found.upper());
                    }
                }
            }
        }
        double wald = Math.abs(logRatio) / standardError;
        return most > 0 ? new PrintedRange(least, most) : new PrintedRange(wald, wald);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double people(Measure measure, double[] shares, double standardError) {
        double sum = 1 / shares[0] + 1 / shares[2];
        double rest = measure == Measure.ODDS_RATIO
                ? 1 / shares[1] + 1 / shares[3]
                : -1 / (shares[0] + shares[1]) - 1 / (shares[2] + shares[3]);
        return (sum + rest) / (standardError * standardError);
    }

    private static PrintedRange statistics(double[] shares, double n) {
        double a = n * shares[0];
        double b = n * shares[1];
        double c = n * shares[2];
        double d = n * shares[3];
        double margins = Math.sqrt((a + b) / n * (c + d) / n * (a + c) / n * (b + d) / n);
        double cross = Math.abs(a / n * d - b / n * c) / n;
        double pearson = Math.sqrt(n) * cross / margins;
        double yates = Math.sqrt(n) * Math.max(0, cross - 0.5 / n) / margins;
        return new PrintedRange(yates, pearson);
    }
}
