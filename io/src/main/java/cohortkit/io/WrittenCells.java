package cohortkit.io;

import cohortkit.core.Variable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;

/** Values as cells of the files that we write, and such cells as the values that they are. */
enum WrittenCells {
    /** Text, all of it. */
    CSV {
        @Override
        RawCell number(double value) {
            return text(digits(value));
        }

        @Override
        RawCell date(LocalDate value) {
            return text(value.toString());
        }

        @Override
        RawCell code(String code) {
            return text(code);
        }

        /** As {@link CsvFormat} reads it. */
        @Override
        RawCell text(String text) {
            return Numbers.isCanonical(text)
                    ? numberCell(Numbers.parseShort(text), NumberForm.GENERAL)
                    : textCell(text);
        }
    },

    /** Numbers and dates, as far as spreadsheet programs have them. */
    XLSX {
        @Override
        RawCell number(double value) {
            double size = Math.abs(value);
            boolean known = value == 0 || (size >= Double.MIN_NORMAL && size <= LARGEST);
            return known ? numberCell(value, NumberForm.GENERAL) : textCell(digits(value));
        }

        @Override
        RawCell date(LocalDate value) {
            boolean known = !value.isBefore(FIRST_DAY) && !value.isAfter(LAST_DAY);
            return known
                    ? numberCell(DateSystem.FROM_1900.serial(value.atStartOfDay()), DATE)
                    : textCell(value.toString());
        }

        @Override
        RawCell code(String code) {
            return Numbers.isCanonical(code)
                    ? numberCell(Numbers.parseShort(code), NumberForm.GENERAL)
                    : textCell(code);
        }

        @Override
        RawCell text(String text) {
            return textCell(text);
        }
    };

    /** Excel's. */
    private static final double LARGEST = 9.99999999999999e307;

    /** The first day behind the one that Excel counts by mistake, and the last that it knows. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final NumberForm DATE = new NumberForm(NumberForm.Shape.DATE, 0);

    abstract RawCell number(double value);

    abstract RawCell date(LocalDate value);

    abstract RawCell code(String code);

    abstract RawCell text(String text);

    private static RawCell numberCell(double number, NumberForm form) {
        return new RawCell(1, 1, CellKind.NUMBER, number, "", form, false, DateSystem.FROM_1900);
    }

    private static RawCell textCell(String text) {
        return new RawCell(1, 1, CellKind.TEXT, Double.NaN, text, NumberForm.GENERAL, false, DateSystem.FROM_1900);
    }

    private static String digits(double value) {
        return Double.isInfinite(value) ? value > 0 ? "Inf" : "-Inf" : CsvText.number(value);
    }

    /** The value that a cell holds just as it stands, whatever the codebook says of missing codes; else null. */
    static Object value(Variable variable, RawCell cell) {
        return switch (variable.type()) {
            case NUMBER -> number(cell);
            case DATE -> date(cell);
            case CATEGORY ->
                variable.levels().stream().anyMatch(level -> level.code().equals(cell.shown())) ? cell.shown() : null;
            case TEXT, IDENTIFIER -> cell.shown();
        };
    }

    private static Object number(RawCell cell) {
        if (cell.kind() == CellKind.NUMBER) {
            return cell.number();
        }
        OptionalDouble number = Numbers.parse(cell.text());
        if (number.isPresent()) {
            return number.getAsDouble();
        }
        return switch (cell.text()) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NA" -> Double.NaN;
            default -> null;
        };
    }

    private static Object date(RawCell cell) {
        if (cell.isDate()) {
            return cell.dates()
                    .dateTime(cell.number())
                    .map(LocalDateTime::toLocalDate)
                    .orElse(null);
        }
        try {
            return LocalDate.parse(cell.shown());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
