/**
 * What cohort studies compute: proportions here, two-by-two and stratified tables in {@code cohortkit.stats.table},
 * models in {@code cohortkit.stats.regression}, and the shapes in which all of them answer.
 */
package cohortkit.stats;
