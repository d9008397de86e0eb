/** Results in notebooks. */
@NullMarked
package cohortkit.notebook;

import org.jspecify.annotations.NullMarked;
