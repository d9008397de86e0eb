// Restless legs and insomnia in one dialysis workbook: cohort shell samples/analysis.jsh
var file = "examples/src/main/resources/cohortkit/examples/dialysis/dialysis-reconstructed-from-published-totals.xlsx"
var patients = Workbook.open(file).cohort()
patients
Prevalence.of(patients, "rls")
TwoByTwo.of(patients, "rls", "insomnia").riskRatio()
Logistic.fit("insomnia ~ rls + age + sex", patients)
assert patients.size() == 333 : "the workbook has " + patients.size() + " rows"
