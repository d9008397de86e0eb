/** Yildirim and Apaydin 2020: magnesium and zinc in pregnancy; beside it 189 real pregnancies with published results. */
package cohortkit.examples.pregnancy;
