/**
 * The accuracy of a test against the truth: sensitivity, specificity, predictive values, likelihood ratios.
 */
package cohortkit.stats.diagnostic;
