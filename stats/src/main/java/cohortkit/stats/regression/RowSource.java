package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.NumberValues;

/** Rows from which the columns of a model are made: those of the fit, or others coded in the same way. */
interface RowSource {

    /** Where the rows come from. */
    Cohort cohort();

    int size();

    /** Positions in the cohort, ascending. */
    int[] rows();

    /** What a row counts for; 0 where that is not known. */
    double[] weights();

    double[] offset();

    boolean isFactor(Operand operand);

    Factor factor(Operand operand);

    /** The variable as it is, of a curve too. */
    double[] number(Operand operand);

    /** The same, to be read in runs. */
    default NumberValues values(Operand operand) {
        return new ArrayValues(number(operand));
    }

    /** With the constants of the fit's rows. */
    Curve curve(Formula.Curve operand);
}
