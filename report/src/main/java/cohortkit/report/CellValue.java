package cohortkit.report;

import cohortkit.core.Estimate;
import cohortkit.core.Scale;
import java.util.List;

/**
 * What stands in a cell of a {@link PaperTable}: words, a number, or numbers that are printed together. Numbers are kept in
 * full and rounded when a table is rendered.
 *
 * <pre>{@code
 * new CellValue.CountShare(46, 333).printed(Journal.PLAIN.style())        // "46 (13.8)"
 * new CellValue.MeanSd(54.84, 18.03, 1).printed(Journal.LANCET.style())   // "54·8 (18·0)"
 * }</pre>
 */
public sealed interface CellValue {

    /** As it is printed. */
    String printed(JournalStyle style);

    /** Its numbers in full; none for words. */
    List<Part> parts();

    /** A number with its name in data that leave the program, such as "conf.low". */
    record Part(String name, double value) {}

    /** Text on one line; what came from a file may be passed as it is. */
    record Words(String text) implements CellValue {
        public Words {
            text = cohortkit.report.Words.clean(text);
        }

        @Override
        public String printed(JournalStyle style) {
            return text;
        }

        @Override
        public List<Part> parts() {
            return List.of();
        }
    }

    /** The name of a p-value, which journals write differently. */
    enum Symbol implements CellValue {
        P;

        @Override
        public String printed(JournalStyle style) {
            return style.pSymbol();
        }

        @Override
        public List<Part> parts() {
            return List.of();
        }
    }

    /** A count. */
    record Whole(long n) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return Long.toString(n);
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("n", (double) n));
        }
    }

    /** A number with so many decimals. */
    record Decimal(double value, int decimals) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.decimal(value, decimals);
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("value", value));
        }
    }

    /** A count and its percentage, "46 (13.8)"; the count alone where nobody is counted. */
    record CountShare(long n, long of) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return of == 0 ? Long.toString(n) : n + " (" + style.percent((double) n / of) + ")";
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("n", (double) n), new Part("of", (double) of));
        }
    }

    /** A count out of so many, "46/333". */
    record CountOf(long n, long of) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return n + "/" + of;
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("n", (double) n), new Part("of", (double) of));
        }
    }

    /** A mean and its standard deviation, "54.8 (18.0)". */
    record MeanSd(double mean, double sd, int decimals) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.decimal(mean, decimals) + " (" + style.decimal(sd, decimals) + ")";
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("mean", mean), new Part("sd", sd));
        }
    }

    /** A median and its quartiles, "56.0 [43.0, 68.0]". */
    record MedianQuartiles(double median, double q1, double q3, int decimals) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.decimal(median, decimals) + " ["
                    + style.list(style.decimal(q1, decimals), style.decimal(q3, decimals)) + "]";
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("median", median), new Part("q1", q1), new Part("q3", q3));
        }
    }

    /** An estimate with its limits, "2.17 (1.35 to 3.49)". */
    record Estimated(Estimate estimate) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.estimate(estimate);
        }

        @Override
        public List<Part> parts() {
            return estimate.interval().exists()
                    ? List.of(
                            new Part("estimate", estimate.value()),
                            new Part("conf.low", estimate.interval().lower()),
                            new Part("conf.high", estimate.interval().upper()))
                    : List.of(new Part("estimate", estimate.value()));
        }
    }

    /** An infinite estimate by the one limit that it has: "&gt; 1.68", or "&lt; 0.60" of a ratio of 0. */
    record OneSided(Estimate estimate) implements CellValue {

        /** Whether an estimate is infinite, or the ratio of an infinite coefficient, and has a limit on one side alone. */
        static boolean fits(Estimate estimate) {
            boolean above = estimate.value() == Double.POSITIVE_INFINITY
                    && Double.isFinite(estimate.interval().lower());
            boolean below = estimate.value() == (estimate.measure().scale() == Scale.LOG ? 0 : Double.NEGATIVE_INFINITY)
                    && Double.isFinite(estimate.interval().upper());
            return above || below;
        }

        @Override
        public String printed(JournalStyle style) {
            return estimate.value() == Double.POSITIVE_INFINITY
                    ? "> "
                            + style.number(
                                    estimate.measure(), estimate.interval().lower())
                    : "< "
                            + style.number(
                                    estimate.measure(), estimate.interval().upper());
        }

        @Override
        public List<Part> parts() {
            return new Estimated(estimate).parts();
        }
    }

    /** A share or a difference of shares in percent with its limits, "15.3 (1.8 to 28.7)". */
    record EstimatedPercent(Estimate estimate) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.estimate(estimate, style::percent);
        }

        @Override
        public List<Part> parts() {
            return new Estimated(estimate).parts();
        }
    }

    /** A p-value in [0, 1]. */
    record PValue(double p) implements CellValue {
        @Override
        public String printed(JournalStyle style) {
            return style.pValue(p);
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("p.value", p));
        }
    }
}
