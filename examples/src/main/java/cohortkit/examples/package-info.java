/**
 * One package a study: its data, its codebook, its published figures and how each is computed. The studies are found
 * by name with {@code Study.named("dialysis")}.
 */
package cohortkit.examples;
