/** The site of the documentation. */
@NullMarked
package cohortkit.docs;

import org.jspecify.annotations.NullMarked;
