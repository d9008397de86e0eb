/** Mucsi et al. 2005: restless legs and insomnia in 333 dialysis patients. */
package cohortkit.examples.dialysis;
