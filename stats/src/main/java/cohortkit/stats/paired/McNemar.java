package cohortkit.stats.paired;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;

/**
 * McNemar's test that both answers of a pair are yes equally often.
 *
 * <pre>{@code
 * McNemar.test(new PairedTable(20, 12, 5, 13))                        // McNemar chi-square: 2.88, df 1, p = 0.090
 * McNemar.test(new PairedTable(20, 12, 5, 13), McNemarMethod.MID_P)   // McNemar mid-p: p = 0.096
 * }</pre>
 */
public final class McNemar {

    private McNemar() {}

    /** By chi-square without continuity correction. */
    public static TestResult test(PairedTable table) {
        return test(table, McNemarMethod.ASYMPTOTIC);
    }

    /**
     * By choice. Without discordant pairs the exact and mid-p values are 1.
     *
     * @throws InputException if a chi-square is asked for and there is no discordant pair
     */
    public static TestResult test(PairedTable table, McNemarMethod method) {
        if (!method.isChiSquare()) {
            return new TestResult(method.label(), Double.NaN, Double.NaN, method.pValue(table));
        }
        if (table.discordant() == 0) {
            throw new InputException(method.label() + " needs a discordant pair; there is none among " + table.n()
                    + " pairs. Use McNemarMethod.EXACT, whose p-value is then 1");
        }
        return new TestResult(method.label(), method.statistic(table), 1, method.pValue(table));
    }
}
