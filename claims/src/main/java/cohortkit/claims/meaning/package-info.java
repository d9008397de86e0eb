/** Whether words say what the numbers beside them say: ratios by name, shares of subgroups, designs, gated questions. */
package cohortkit.claims.meaning;
