/**
 * Two binary answers of the same people, or of matched pairs: McNemar's test, the matched-pair odds ratio, the
 * difference of paired proportions; and how far two raters agree.
 */
package cohortkit.stats.paired;
