/**
 * Every table of counts, of any size and number of strata, that agrees with all that a paper prints of it; the bounds of a
 * measure over them, and the test that a printed p-value came from.
 */
@org.jspecify.annotations.NullMarked
package cohortkit.claims.feasible;
