/** Broman, Mallon and Hetta 2008: restless legs and insomnia in Uppsala, and the same question put to a US survey. */
package cohortkit.examples.sweden;
