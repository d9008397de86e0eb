/**
 * Published figures as tests: a number as it is printed ({@link cohortkit.claims.Printed}), every table that agrees
 * with what a paper prints ({@link cohortkit.claims.FeasibleTables}), what a computation answers
 * ({@link cohortkit.claims.Finding}) what may be said of the figure then ({@link cohortkit.claims.Verdict}), and which
 * convention prints a number that is not ours ({@link cohortkit.claims.ExplainDifference}).
 */
package cohortkit.claims;
