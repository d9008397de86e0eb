package cohortkit.stats.regression.diagnostics;

/**
 * A point of a smooth calibration curve.
 *
 * <pre>{@code
 * Calibration.of(fit).curve().get(0).predicted()   // 0.1227017...
 * }</pre>
 *
 * @param predicted a risk
 * @param observed the smoothed share of events among those of about this risk; may pass 0 or 1 by a little
 */
public record CalibrationPoint(double predicted, double observed) {}
