package cohortkit.stats.continuous;

import cohortkit.core.DisplayNumber;
import java.util.List;

/** Samples as text: a title of at most 48 characters, then rows that fit 80 columns. */
final class SummaryText {

    private static final int TITLE = 48;
    private static final int LABEL = 20;
    private static final String ROW = "\n%-20s%8s%9s%9s%9s%8s%8s%8s";

    private SummaryText() {}

    /** @param size what the title says behind the name, such as ": 189 values in 2 groups" */
    static String of(String title, String size, List<Sample> samples) {
        StringBuilder text = new StringBuilder(cut(title, TITLE - size.length())).append(size);
        text.append(ROW.formatted("", "n", "missing", "mean", "SD", "median", "Q1", "Q3"));
        for (Sample sample : samples) {
            text.append(ROW.formatted(
                    cut(sample.name(), LABEL),
                    sample.n(),
                    sample.missingCount(),
                    short4(sample.moments().mean()),
                    short4(sample.standardDeviation()),
                    short4(sample.quantile(0.5)),
                    short4(sample.quantile(0.25)),
                    short4(sample.quantile(0.75))));
        }
        return text.toString();
    }

    private static String short4(double x) {
        String text = DisplayNumber.significant(x, 4);
        return text.length() < 8 ? text : DisplayNumber.significant(x, 1);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(1, length - 3)) + "...";
    }
}
