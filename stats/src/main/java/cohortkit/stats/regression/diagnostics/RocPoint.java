package cohortkit.stats.regression.diagnostics;

/**
 * One point of a ROC curve: who has at least this risk counts as positive.
 *
 * <pre>{@code
 * RocCurve.of(fit).youden().sensitivity()   // 0.4516129...
 * }</pre>
 *
 * @param threshold a risk of the data; infinite where nobody is positive
 * @param sensitivity the share of events at or above it
 * @param specificity the share of others below it
 */
public record RocPoint(double threshold, double sensitivity, double specificity) {}
