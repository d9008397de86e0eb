/**
 * Regression: logistic, log-binomial, Poisson and linear models by one family-and-link design. Estimates are those of
 * the converged likelihood, standard errors those at the estimate, profile limits are roots; a model that the data
 * cannot answer ends in an error that names the terms.
 */
package cohortkit.stats.regression;
