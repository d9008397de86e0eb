package cohortkit.claims.text;

import cohortkit.claims.check.Checked;

/**
 * What a check found in a sentence.
 *
 * <pre>{@code
 * TextCheck.of("RLS: 45/333 (14%).").findings().get(0).checked().verdict().kind()   // CONSISTENT
 * }</pre>
 *
 * @param number of the sentence, from 1
 * @param sentence as it stands
 * @param checked what was found
 */
public record TextFinding(int number, String sentence, Checked checked) {}
