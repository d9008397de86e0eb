/**
 * How well a fitted model tells events from others, how true its risks are, and what in it should be looked at:
 * discrimination, calibration, goodness of fit, form of the terms.
 */
package cohortkit.stats.regression.diagnostics;
