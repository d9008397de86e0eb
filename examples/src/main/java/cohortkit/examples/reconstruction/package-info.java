/**
 * Workbooks of invented rows whose totals are the published ones. They exercise the import and the analysis from end
 * to end where the original patients are not public, and say so on every sheet.
 */
package cohortkit.examples.reconstruction;
