///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS cohortkit:cohortkit-cli:0.1.0

import cohortkit.io.Workbook;
import cohortkit.stats.Prevalence;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.table.TwoByTwo;

/** Restless legs and insomnia in one dialysis workbook: java -cp 'LIBRARIES/*' Analysis.java WORKBOOK. */
public class Analysis {
    public static void main(String[] files) {
        var patients = Workbook.open(files[0]).cohort();
        System.out.println(patients);
        System.out.println(Prevalence.of(patients, "rls"));
        System.out.println(TwoByTwo.of(patients, "rls", "insomnia").riskRatio());
        System.out.println(Logistic.fit("insomnia ~ rls + age + sex", patients));
    }
}
