package cohortkit.io;

import cohortkit.core.Variable;
import cohortkit.io.ColumnForms.Form;
import java.util.OptionalDouble;
import java.util.Set;

/** Numbers, also where they were stored as text, as percentages, or as spans of time in the variable's unit. */
final class NumberRule extends CellRule {

    private static final Set<String> PERCENT_UNITS = Set.of("%", "percent", "per cent");

    private final String unit;
    private final boolean percent;
    private final ColumnReading reading;
    /** Whether the column was found to write all decimals with a point. */
    private boolean pointsOnly;

    NumberRule(Variable variable, ColumnReading reading) {
        super(variable);
        this.unit = variable.unit();
        this.percent = PERCENT_UNITS.contains(Spaces.lower(unit));
        this.reading = reading;
    }

    /**
     * Whether a plain number is a value just as it stands.
     *
     * @param decimals how many digits of it stood after a point, zeros included; -1 where the file has a number
     */
    boolean takes(double number, int decimals) {
        return variable().range().contains(number)
                && !codes().contains(number)
                && (reading.typed() || !mayHaveThousands(number, decimals));
    }

    /** Whether a number of a text file may be one of thousands with a point between, such as 1.234. */
    private boolean mayHaveThousands(double x, int decimals) {
        if (pointsOnly || (x == Math.rint(x) && decimals < 1) || reading.decimal() == DecimalMark.POINT) {
            return false;
        }
        return reading.decimal() == DecimalMark.COMMA || NumberText.mayHaveThousands(x, decimals);
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        if (cell.isDate() || cell.isTime()) {
            return time(cell);
        }
        if (cell.kind() == CellKind.LOGICAL) {
            return CellOutcome.refused("a logical value where a number is expected");
        }
        if (cell.kind() == CellKind.NUMBER && (reading.typed() || cell.number() == Math.rint(cell.number()))) {
            return cell.form().shape() == NumberForm.Shape.PERCENT
                    ? percentage(cell.number())
                    : inRange(cell.number(), repair);
        }
        return text(clean, reading.typed() ? and(repair, "number stored as text") : repair);
    }

    private CellOutcome time(RawCell cell) {
        if (cell.isTime() && Durations.isUnit(unit)) {
            return inRange(Durations.in(unit, cell.number()), "a span of time in " + unit);
        }
        boolean duration = cell.form().shape() == NumberForm.Shape.DURATION;
        return CellOutcome.refused(
                duration
                        ? "a span of time; give its unit in the codebook, such as hours"
                        : "a " + (cell.isDate() ? "date" : "time") + " where a number is expected");
    }

    private CellOutcome percentage(double share) {
        if (percent) {
            return inRange(
                    NumberText.hundredfold(share), "the number " + Numbers.shown(share) + " shown as a percentage");
        }
        ColumnForms forms = reading.forms().get();
        CellOutcome outcome = inRange(share, "");
        return outcome.value() != null && forms.has(Form.ABOVE_ONE)
                ? CellOutcome.suspicious(share, "a percentage, and the column has " + forms.example(Form.ABOVE_ONE))
                : outcome;
    }

    private CellOutcome text(String text, String rule) {
        OptionalDouble days = Durations.isUnit(unit) ? Durations.days(text) : OptionalDouble.empty();
        if (days.isPresent()) {
            return inRange(Durations.in(unit, days.getAsDouble()), and(rule, "hours:minutes in " + unit));
        }
        return NumberText.read(text, unit)
                .map(number -> number(number, text, rule))
                .orElseGet(() -> CellOutcome.refused("not a number"));
    }

    private CellOutcome number(NumberText number, String text, String rule) {
        String wrong = wrongCurrency(number.currency());
        if (!wrong.isEmpty()) {
            return CellOutcome.refused(wrong);
        }
        DecimalChoice choice = DecimalChoice.of(number, text, reading);
        pointsOnly = !Double.isNaN(choice.value()) && choice.value() == number.point() && hasPointsOnly();
        if (Double.isNaN(choice.value())) {
            return CellOutcome.refused(choice.rule());
        }
        boolean share = number.percent() && !percent;
        double x = share ? NumberText.hundredth(choice.value()) : choice.value();
        String sign = number.percent() ? (share ? "percent sign: a hundredth" : "percent sign left out") : "";
        CellOutcome outcome = inRange(x, and(and(rule, number.form()), and(choice.rule(), sign)));
        boolean beside = share && reading.forms().get().has(Form.ABOVE_ONE);
        if (outcome.value() == null || !(choice.contested() || beside)) {
            return outcome;
        }
        String more = beside ? "the column has " + reading.forms().get().example(Form.ABOVE_ONE) : "";
        return CellOutcome.suspicious(x, and(outcome.rule(), more));
    }

    private boolean hasPointsOnly() {
        return reading.decimal() == DecimalMark.DETECTED
                && !reading.forms().get().has(Form.DECIMAL_COMMA)
                && !reading.forms().get().has(Form.POINT_BETWEEN_THOUSANDS);
    }

    private String wrongCurrency(String currency) {
        Set<String> others =
                currency.isEmpty() ? Set.of() : reading.forms().get().currencies();
        return others.size() > 1 ? "the column has more than one currency: " + String.join(", ", others) : "";
    }

    private CellOutcome inRange(double x, String rule) {
        return variable().range().contains(x)
                ? CellOutcome.repaired(x, rule)
                : CellOutcome.refused("outside " + variable().range());
    }
}
