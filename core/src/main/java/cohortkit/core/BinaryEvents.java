package cohortkit.core;

/** A variable of two values as event and no event. */
final class BinaryEvents {

    private final Cohort cohort;
    private final Variable variable;

    BinaryEvents(Cohort cohort, String variable) {
        this.cohort = cohort;
        this.variable = cohort.variable(variable);
    }

    /** 1 for the event, 0 for none, -1 where missing. */
    int[] events() {
        if (variable.type() == VariableType.CATEGORY && variable.levels().size() == 2) {
            return cohort.levels(variable.name());
        }
        if (variable.type() != VariableType.NUMBER) {
            throw notBinary("");
        }
        double[] numbers = cohort.numbers(variable.name());
        int[] events = new int[numbers.length];
        for (int row = 0; row < events.length; row++) {
            double x = numbers[row];
            if (x != 0 && x != 1 && !Double.isNaN(x)) {
                throw notBinary(", and " + place(row) + " holds " + DisplayNumber.shortest(x));
            }
            events[row] = Double.isNaN(x) ? -1 : (int) x;
        }
        return events;
    }

    private String place(int row) {
        return cohort.cell(row, variable.name()).map(CellRef::toString).orElse("row " + (row + 1));
    }

    private InputException notBinary(String detail) {
        return new InputException("variable '" + variable.name() + "' is not binary: it is " + variable.described()
                + detail + "; derive a variable with two levels");
    }
}
