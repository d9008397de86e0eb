package cohortkit.stats.table;

/**
 * What makes an exact test two-sided.
 *
 * <pre>{@code
 * FisherExact.test(table, TwoSided.MINIMUM_LIKELIHOOD).pValue()   // 0.0041840...
 * FisherExact.test(table, TwoSided.CENTRAL).pValue()              // 0.0074238...
 * }</pre>
 */
public enum TwoSided {
    /**
     * All tables that are no likelier than the observed one, ties within a relative 1e-7: R, SAS. It can disagree
     * with the exact interval, which is central.
     */
    MINIMUM_LIKELIHOOD("minimum likelihood") {
        @Override
        double pValue(TwoByTwo table) {
            return new NoncentralHypergeometric(table).minimumLikelihood(table.a());
        }
    },
    /** Twice the smaller tail: agrees with the exact interval. */
    CENTRAL("central") {
        @Override
        double pValue(TwoByTwo table) {
            return twiceSmallerTail(table, 1);
        }
    },
    /** Twice the smaller tail with half the probability of the observed table: agrees with the mid-p interval. */
    MID_P("mid-p") {
        @Override
        double pValue(TwoByTwo table) {
            return twiceSmallerTail(table, 0.5);
        }
    };

    private final String label;

    TwoSided(String label) {
        this.label = label;
    }

    /** The name in print, such as "minimum likelihood". */
    public String label() {
        return label;
    }

    abstract double pValue(TwoByTwo table);

    private static double twiceSmallerTail(TwoByTwo table, double share) {
        NoncentralHypergeometric exact = new NoncentralHypergeometric(table);
        double smaller = Math.min(exact.tail(table.a(), 1, share), exact.tail(table.a(), -1, share));
        return Math.min(1, 2 * smaller);
    }
}
