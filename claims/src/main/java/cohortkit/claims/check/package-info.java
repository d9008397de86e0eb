/** A check of printed figures and what it found: {@link cohortkit.claims.check.Check}, {@link cohortkit.claims.check.Checked}. */
package cohortkit.claims.check;
