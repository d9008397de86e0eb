package cohortkit.io;

import cohortkit.io.ColumnForms.Form;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number as people write it: 1234.5, 1.234,50 EUR, 12 %, 1 234. Where the text may mean two numbers, both are here.
 *
 * @param point its value if a point stands before decimals; NaN if that cannot be
 * @param comma its value if a comma does; NaN if that cannot be
 * @param shows what the text by itself shows of marks
 * @param percent whether a percent sign follows; the values are those before it
 * @param currency the currency's sign or code; empty if there is none
 * @param form what else the text has that a plain number has not, in words
 */
record NumberText(double point, double comma, Optional<Form> shows, boolean percent, String currency, String form) {

    /** How many digits a thousand has behind its mark. */
    static final int THOUSAND = 3;

    private static final Pattern ONE_MARK = Pattern.compile("[+-]?([0-9]*)([.,])([0-9]+)");
    private static final Pattern THOUSANDS =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3}(?:\\1[0-9]{3})*)(?:([.,])([0-9]+))?");
    private static final Pattern SPACED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:[ '\u2019][0-9]{3})+([.,][0-9]+)?");
    private static final Pattern CURRENCY_FIRST = Pattern.compile("([+-]?)(\\p{Sc}|[A-Z]{3}) ?([+-]?[0-9.,].*)");
    private static final Pattern CURRENCY_LAST =
            Pattern.compile("(.*[0-9.,]) ?(\\p{Sc}|[A-Z]{3}|kr\\.?|Ft|z\u0142|K\u010d)");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads a text without stray spaces.
     *
     * @param unit what may follow the number, such as kg; empty for nothing
     */
    static Optional<NumberText> read(String text, String unit) {
        OptionalDouble plain = Numbers.parse(text);
        if (plain.isPresent() && text.indexOf('.') < 0) {
            return Optional.of(
                    new NumberText(plain.getAsDouble(), plain.getAsDouble(), Optional.empty(), false, "", ""));
        }
        if (plain.isPresent()) {
            return digits(text);
        }
        String ascii = Lookalikes.digits(text);
        String form = ascii.equals(text) ? "" : Lookalikes.digitsChanged(text);
        return withUnit(ascii, unit).map(number -> number.also(form));
    }

    private static Optional<NumberText> withUnit(String text, String unit) {
        if (text.endsWith("%")) {
            return digits(text.substring(0, text.length() - 1).strip())
                    .map(n -> new NumberText(n.point, n.comma, n.shows, true, "", n.form));
        }
        int end = text.length() - unit.length();
        if (!unit.isEmpty() && end > 0 && text.regionMatches(true, end, unit, 0, unit.length())) {
            return digits(text.substring(0, end).strip()).map(n -> n.also("the unit " + unit + " left out"));
        }
        Matcher first = CURRENCY_FIRST.matcher(text);
        if (first.matches() && isCurrency(first.group(2))) {
            return digits(first.group(1) + first.group(3)).map(n -> n.in(first.group(2)));
        }
        Matcher last = CURRENCY_LAST.matcher(text);
        if (last.matches() && isCurrency(last.group(2))) {
            return digits(last.group(1)).map(n -> n.in(last.group(2)));
        }
        return digits(text);
    }

    private static boolean isCurrency(String mark) {
        return !mark.matches("[A-Z]{3}") || CODES.contains(mark);
    }

    private NumberText in(String mark) {
        return new NumberText(
                point, comma, shows, percent, mark, CellRule.and(form, "the currency " + mark + " left out"));
    }

    private NumberText also(String more) {
        return more.isEmpty() ? this : new NumberText(point, comma, shows, percent, currency, CellRule.and(form, more));
    }

    /**
     * Whether a fraction, as text, may be a number of thousands with a point between, such as 1.234.
     *
     * @param decimals how many digits stood after the point; -1 if as few as the number needs
     */
    static boolean mayHaveThousands(double x, int decimals) {
        double size = Math.abs(x);
        boolean three = decimals < 0 ? !isWhole(size * 100) && isWhole(size * 1000) : decimals == THOUSAND;
        return three && size >= 1 && size < 1000;
    }

    private static boolean isWhole(double x) {
        return Math.abs(x - Math.rint(x)) < 1e-6;
    }

    /** The hundredth, as the percent sign says. */
    static double hundredth(double percent) {
        return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
    }

    static double hundredfold(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
    }

    private static Optional<NumberText> digits(String text) {
        if (SPACED.matcher(text).matches()) {
            String joined = text.replaceAll("[ '\u2019]", "");
            Form mark = joined.indexOf(',') >= 0 ? Form.DECIMAL_COMMA : Form.DECIMAL_POINT;
            double x = Double.parseDouble(joined.replace(',', '.'));
            boolean whole = joined.matches("[+-]?[0-9]+");
            return Optional.of(new NumberText(
                    whole || mark == Form.DECIMAL_POINT ? x : Double.NaN,
                    whole || mark == Form.DECIMAL_COMMA ? x : Double.NaN,
                    whole ? Optional.empty() : Optional.of(mark),
                    false,
                    "",
                    "spaces between thousands"));
        }
        Matcher thousands = THOUSANDS.matcher(text);
        boolean grouped = thousands.matches();
        if (grouped && thousands.group(2) != null && !thousands.group(2).equals(thousands.group(1))) {
            return Optional.of(grouped(text, thousands.group(1).charAt(0), true));
        }
        boolean several = grouped && text.indexOf(thousands.group(1)) != text.lastIndexOf(thousands.group(1));
        if (several && thousands.group(2) == null) {
            return Optional.of(grouped(text, thousands.group(1).charAt(0), false));
        }
        Matcher one = ONE_MARK.matcher(text);
        if (one.matches()) {
            return finite(oneMark(text, one.group(2).charAt(0), grouped));
        }
        OptionalDouble plain = Numbers.parse(text);
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        text.indexOf('.') < 0
                                ? new NumberText(
                                        plain.getAsDouble(), plain.getAsDouble(), Optional.empty(), false, "", "")
                                : new NumberText(
                                        plain.getAsDouble(),
                                        Double.NaN,
                                        Optional.of(Form.DECIMAL_POINT),
                                        false,
                                        "",
                                        ""));
    }

    private static Optional<NumberText> finite(NumberText number) {
        return Double.isInfinite(number.point) || Double.isInfinite(number.comma)
                ? Optional.empty()
                : Optional.of(number);
    }

    /** 1.234,5 or 1,234,567: the mark between thousands is sure. */
    private static NumberText grouped(String text, char mark, boolean decimals) {
        boolean commas = mark == ',';
        double x = Double.parseDouble(text.replace(String.valueOf(mark), "").replace(',', '.'));
        String form = commas ? "commas between thousands" : "points between thousands";
        return new NumberText(
                commas ? x : Double.NaN,
                commas ? Double.NaN : x,
                Optional.of(commas ? Form.COMMA_BETWEEN_THOUSANDS : Form.POINT_BETWEEN_THOUSANDS),
                false,
                "",
                decimals && !commas ? CellRule.and(form, "decimal comma") : form);
    }

    /** 1,5 is sure, and 1,234 is not. */
    private static NumberText oneMark(String text, char mark, boolean maybeThousands) {
        double decimals = Double.parseDouble(text.replace(',', '.'));
        double thousands = maybeThousands ? Double.parseDouble(text.replace(String.valueOf(mark), "")) : Double.NaN;
        boolean comma = mark == ',';
        Form form = comma ? Form.DECIMAL_COMMA : Form.DECIMAL_POINT;
        return new NumberText(
                comma ? thousands : decimals,
                comma ? decimals : thousands,
                maybeThousands ? Optional.empty() : Optional.of(form),
                false,
                "",
                comma && !maybeThousands ? "decimal comma" : "");
    }
}
