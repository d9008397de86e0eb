/** The {@code cohort} command. */
package cohortkit.cli;
