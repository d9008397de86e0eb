/**
 * The language of a cohort study: who was studied ({@link cohortkit.core.Cohort}), what was recorded
 * ({@link cohortkit.core.Codebook}), where each value stood ({@link cohortkit.core.CellRef}), and what an answer is
 * ({@link cohortkit.core.Estimate}). No statistics and no files.
 */
package cohortkit.core;
