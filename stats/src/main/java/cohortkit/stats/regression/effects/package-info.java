/**
 * What a fitted model says of an exposure in the people at hand: risks if everybody or nobody were exposed, their ratio
 * and difference, average marginal effects, and how much confounding could explain a ratio.
 */
package cohortkit.stats.regression.effects;
