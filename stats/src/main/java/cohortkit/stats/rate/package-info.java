/** Events per person-time: rates, their ratio and difference, crude and stratified. */
package cohortkit.stats.rate;
