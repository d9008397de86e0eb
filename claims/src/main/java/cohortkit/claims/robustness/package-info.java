/** A claim under every defensible choice: how many of them keep it, and which do not. */
@org.jspecify.annotations.NullMarked
package cohortkit.claims.robustness;
