/** Talih et al. 2018: insomnia and restless legs in 203 psychiatric inpatients; beside it 26 real inpatients. */
package cohortkit.examples.psychiatric;
