/** Studies' folders as JUnit 5 tests, in any project; needs junit-jupiter-api on the class path. */
@org.jspecify.annotations.NullMarked
package cohortkit.claims.junit;
