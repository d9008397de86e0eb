/** How fast an import is, and how much memory it takes, beside the peers. */
@NullMarked
package cohortkit.bench;

import org.jspecify.annotations.NullMarked;
