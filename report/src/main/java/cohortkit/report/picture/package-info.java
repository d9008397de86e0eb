/** Pictures of results: vector first, the same on every machine, readable without color. */
@NullMarked
package cohortkit.report.picture;

import org.jspecify.annotations.NullMarked;
