/** Rates and prevalences as they would be in a standard population, and standardized ratios. */
package cohortkit.stats.standardize;
