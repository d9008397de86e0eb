/**
 * Proportions of samples with a design: weights, strata, primary sampling units and populations of known size, with
 * variances by Taylor linearization.
 */
package cohortkit.stats.survey;
