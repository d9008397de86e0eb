/**
 * Studies as files: a folder with data, a codebook and {@code figures.csv}, whose column compute is a small language. A
 * study declared so is a {@link cohortkit.claims.Study} as any other.
 */
@org.jspecify.annotations.NullMarked
package cohortkit.claims.files;
