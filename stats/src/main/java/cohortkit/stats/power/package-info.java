/** How many people a study needs, and what it can find with those that it has. */
package cohortkit.stats.power;
