/** Nahman et al. 1992: catheter infections of 119 real dialysis patients. */
package cohortkit.examples.catheter;
