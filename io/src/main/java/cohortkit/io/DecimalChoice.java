package cohortkit.io;

import cohortkit.io.ColumnForms.Form;

/**
 * Which of two numbers a text means. Within a column a mark means the same throughout; where its other cells do not show
 * what, there is no choice.
 *
 * @param value NaN if there is no choice
 * @param rule why, in words
 * @param contested whether the choice rests on other cells, or differs from them
 */
record DecimalChoice(double value, String rule, boolean contested) {

    static DecimalChoice of(NumberText number, String text, ColumnReading reading) {
        if (reading.decimal() != DecimalMark.DETECTED) {
            boolean point = reading.decimal() == DecimalMark.POINT;
            double x = point ? number.point() : number.comma();
            String wrong = "the decimal mark is a " + (point ? "point" : "comma") + ", as the options say";
            boolean marked = number.point() != number.comma() && number.form().isEmpty();
            return new DecimalChoice(x, Double.isNaN(x) || marked ? wrong : "", false);
        }
        boolean clear =
                Double.isNaN(number.point()) || Double.isNaN(number.comma()) || number.point() == number.comma();
        if (clear) {
            return clear(number, reading);
        }
        return text.indexOf(',') >= 0
                ? comma(number, reading.forms().get())
                : point(number, reading.forms().get());
    }

    /** A clear number is taken, and told where others write it otherwise. */
    private static DecimalChoice clear(NumberText number, ColumnReading reading) {
        double x = Double.isNaN(number.point()) ? number.comma() : number.point();
        if (number.shows().filter(form -> form == Form.DECIMAL_COMMA).isPresent()) {
            ColumnForms forms = reading.forms().get();
            return forms.has(Form.DECIMAL_POINT)
                    ? new DecimalChoice(x, "the column has " + forms.example(Form.DECIMAL_POINT) + " too", true)
                    : new DecimalChoice(x, "", false);
        }
        return new DecimalChoice(x, "", false);
    }

    private static DecimalChoice comma(NumberText number, ColumnForms forms) {
        boolean decimals = forms.has(Form.DECIMAL_COMMA) || forms.has(Form.POINT_BETWEEN_THOUSANDS);
        boolean thousands = forms.has(Form.COMMA_BETWEEN_THOUSANDS);
        if (decimals == thousands) {
            return new DecimalChoice(Double.NaN, "a comma before three digits: thousands or decimals?", false);
        }
        Form witness = thousands
                ? Form.COMMA_BETWEEN_THOUSANDS
                : forms.has(Form.DECIMAL_COMMA) ? Form.DECIMAL_COMMA : Form.POINT_BETWEEN_THOUSANDS;
        return new DecimalChoice(
                decimals ? number.comma() : number.point(),
                (decimals ? "decimal comma" : "comma between thousands") + ", for the column has "
                        + forms.example(witness),
                true);
    }

    private static DecimalChoice point(NumberText number, ColumnForms forms) {
        boolean decimals = forms.has(Form.DECIMAL_POINT) || forms.has(Form.COMMA_BETWEEN_THOUSANDS);
        boolean thousands = forms.has(Form.POINT_BETWEEN_THOUSANDS);
        if (thousands && !decimals) {
            return new DecimalChoice(
                    number.comma(),
                    "point between thousands, for the column has " + forms.example(Form.POINT_BETWEEN_THOUSANDS),
                    true);
        }
        boolean commas = forms.has(Form.DECIMAL_COMMA);
        if ((thousands && decimals) || (commas && !decimals)) {
            Form witness = commas ? Form.DECIMAL_COMMA : Form.POINT_BETWEEN_THOUSANDS;
            return new DecimalChoice(
                    Double.NaN,
                    "a point before three digits: thousands or decimals? The column has " + forms.example(witness),
                    false);
        }
        return new DecimalChoice(number.point(), "", false);
    }
}
