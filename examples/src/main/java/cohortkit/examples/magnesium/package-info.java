/** Hornyak et al. 1998 and Marshall et al. 2019: whether magnesium helps. */
package cohortkit.examples.magnesium;
