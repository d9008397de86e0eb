package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Formula;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A number's form in a model, with the constants (knots, orthogonalization) of the rows that it was fitted to. */
final class Curve {

    /** Its columns at a value. */
    interface Shape {

        int size();

        void at(double x, double[] columns);
    }

    private final Formula.Curve term;
    private final Shape shape;

    private Curve(Formula.Curve term, Shape shape) {
        this.term = term;
        this.shape = shape;
    }

    /**
     * The form as these rows say.
     *
     * @throws InputException if they have too few distinct values
     */
    static Curve of(Formula.Curve term, CountedValues values) {
        if (term instanceof Formula.Log) {
            return new Curve(term, single(Math::log));
        }
        if (term instanceof Formula.Power power) {
            return new Curve(term, single(x -> Math.pow(x, power.exponent())));
        }
        if (term instanceof Formula.Polynomial polynomial) {
            return new Curve(term, OrthogonalPolynomials.of(polynomial, values));
        }
        return new Curve(
                term,
                term instanceof Formula.NaturalSpline spline
                        ? NaturalSplineBasis.of(spline, values)
                        : RestrictedSplineBasis.of((Formula.RestrictedSpline) term, values));
    }

    /** Whether it is the same whatever the other rows are. */
    static boolean isOfOneRow(Formula.Curve term) {
        return term instanceof Formula.Log || term instanceof Formula.Power;
    }

    private static Shape single(DoubleUnaryOperator function) {
        return new Shape() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void at(double x, double[] columns) {
                columns[0] = function.applyAsDouble(x);
            }
        };
    }

    /** One part a column, in R's names. */
    List<DesignColumn.Part> parts(double[] values) {
        double[][] columns = new double[shape.size()][values.length];
        double[] at = new double[shape.size()];
        for (int row = 0; row < values.length; row++) {
            shape.at(values[row], at);
            for (int j = 0; j < at.length; j++) {
                if (!Double.isFinite(at[j])) {
                    throw new InputException(term + " is not finite where '" + term.variable() + "' is "
                            + DisplayNumber.shortest(values[row]) + "; "
                            + (term instanceof Formula.Log ? "it needs positive values" : "give it in a larger unit"));
                }
                columns[j][row] = at[j];
            }
        }
        boolean alone = columns.length == 1;
        List<DesignColumn.Part> parts = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            parts.add(DesignColumn.number(term.toString() + (alone ? "" : j + 1), columns[j]));
        }
        return parts;
    }

    /** The refusal of knots that coincide. */
    static InputException tooFew(Formula.Curve term, CountedValues values, String problem, String remedy) {
        return new InputException(term + " " + problem + ": '" + term.variable() + "' has " + values.size()
                + " distinct value" + (values.size() == 1 ? "" : "s") + " in the analyzed rows; " + remedy);
    }

    static boolean ascends(double[] knots) {
        for (int i = 1; i < knots.length; i++) {
            if (!(knots[i] > knots[i - 1])) {
                return false;
            }
        }
        return true;
    }
}
