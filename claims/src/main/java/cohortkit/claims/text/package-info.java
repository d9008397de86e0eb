/** The sentences of a paper, the figures in them, and what the checks say: {@link cohortkit.claims.text.TextCheck}. */
package cohortkit.claims.text;
