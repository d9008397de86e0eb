/**
 * Results as people and programs read them: aligned text, CSV, JSON and HTML from one {@link
 * cohortkit.report.ResultTable}, and the report of a reproduction.
 */
package cohortkit.report;
