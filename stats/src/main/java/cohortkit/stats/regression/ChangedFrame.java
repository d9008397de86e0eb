package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.InputException;
import cohortkit.core.NumberValues;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Rows in which one variable has other values: everybody exposed, everybody a year older. */
final class ChangedFrame implements RowSource {

    private final RowSource base;
    private final String variable;
    private final String level;
    private final DoubleUnaryOperator change;

    private ChangedFrame(RowSource base, String variable, String level, DoubleUnaryOperator change) {
        this.base = base;
        this.variable = variable;
        this.level = level;
        this.change = change;
    }

    /** All rows with this level; it must be one that the fit saw. */
    static ChangedFrame level(RowSource base, String variable, String level) {
        return new ChangedFrame(base, variable, level, x -> Double.NaN);
    }

    static ChangedFrame numbers(RowSource base, String variable, DoubleUnaryOperator change) {
        return new ChangedFrame(base, variable, "", change);
    }

    @Override
    public Cohort cohort() {
        return base.cohort();
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public int[] rows() {
        return base.rows();
    }

    @Override
    public double[] weights() {
        return base.weights();
    }

    @Override
    public double[] offset() {
        return base.offset();
    }

    @Override
    public boolean isFactor(Operand operand) {
        return base.isFactor(operand);
    }

    @Override
    public Factor factor(Operand operand) {
        Factor factor = base.factor(operand);
        if (!operand.variable().equals(variable)) {
            return factor;
        }
        int code = factor.levels().indexOf(level);
        if (code < 0) {
            throw new InputException("'" + level + "' is not a level of '" + variable + "' in the fit; there are "
                    + String.join(", ", factor.levels()));
        }
        int[] codes = new int[size()];
        Arrays.fill(codes, code);
        return factor.withCodes(codes);
    }

    @Override
    public Curve curve(Formula.Curve operand) {
        return base.curve(operand);
    }

    @Override
    public NumberValues values(Operand operand) {
        return operand.variable().equals(variable) ? RowSource.super.values(operand) : base.values(operand);
    }

    @Override
    public double[] number(Operand operand) {
        double[] numbers = base.number(operand);
        return operand.variable().equals(variable)
                ? Arrays.stream(numbers).map(change).toArray()
                : numbers;
    }
}
