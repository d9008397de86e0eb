/**
 * Printed numbers against each other. Each check is a value with a verdict over the whole rounding box of its figures:
 * CONSISTENT if every value that rounds so agrees, POSSIBLE if some do, CONTRADICTED if none does by any rounding rule.
 */
package cohortkit.claims.arithmetic;
