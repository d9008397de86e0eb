/**
 * Two-by-two and stratified tables: risk ratio, odds ratio and risk difference with their intervals, and the tests that
 * belong to them.
 */
package cohortkit.stats.table;
