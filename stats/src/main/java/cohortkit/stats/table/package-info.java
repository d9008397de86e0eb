/**
 * Two-by-two and stratified tables: risk ratio, odds ratio and risk difference with their intervals, and the tests that
 * belong to them; and what other packages print of them by default ({@link cohortkit.stats.table.SoftwareTable}).
 */
package cohortkit.stats.table;
