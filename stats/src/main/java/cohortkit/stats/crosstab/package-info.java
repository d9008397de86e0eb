/**
 * Tables of r rows and c columns, ordered or not: chi-square, the exact test of Fisher, Freeman and Halton, Cramer's V,
 * tests of trend, and the generalized Mantel-Haenszel tests over strata.
 */
package cohortkit.stats.crosstab;
