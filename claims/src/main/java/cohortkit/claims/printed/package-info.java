/**
 * Figures of several numbers as papers print them: {@code 2.2 (1.7-2.9)}, {@code 17 ± 7}, {@code 45/333 (14%)}, {@code 3 vs
 * 2}. A single number is a {@link cohortkit.claims.Printed}.
 */
package cohortkit.claims.printed;
