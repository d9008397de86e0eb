package cohortkit.io;

import cohortkit.core.Variable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Values as cells of the files that we write, and such cells as the values that they are. */
enum WrittenCells {
    /** Text, all of it. */
    CSV {
        @Override
        RawCell number(double value) {
            return text(digits(value));
        }

        @Override
        RawCell at(LocalDateTime value, NumberForm form) {
            return text(shown(value, form));
        }

        @Override
        RawCell code(String code) {
            return text(code);
        }

        /** As {@link CsvCells} takes it. */
        @Override
        RawCell text(String text) {
            FieldScan scan = new FieldScan();
            boolean number = !text.isEmpty() && scan.read(text.toCharArray(), 0, text.length()) && scan.canonical();
            return number ? numberCell(scan.value(), NumberForm.GENERAL) : textCell(text);
        }
    },

    /** Numbers, dates and times, as far as spreadsheet programs have them. */
    XLSX {
        @Override
        RawCell number(double value) {
            double size = Math.abs(value);
            boolean known = value == 0 || (size >= Double.MIN_NORMAL && size <= LARGEST);
            return known ? numberCell(value, NumberForm.GENERAL) : textCell(digits(value));
        }

        @Override
        RawCell at(LocalDateTime value, NumberForm form) {
            boolean known = form.isTime()
                    || (!value.toLocalDate().isBefore(FIRST_DAY)
                            && !value.toLocalDate().isAfter(LAST_DAY));
            return known
                    ? numberCell(form.isTime() ? partOfDay(value) : DateSystem.FROM_1900.serial(value), form)
                    : textCell(shown(value, form));
        }

        @Override
        RawCell code(String code) {
            return CSV.text(code);
        }

        @Override
        RawCell text(String text) {
            return textCell(text);
        }
    };

    static final NumberForm DATE = new NumberForm(NumberForm.Shape.DATE, 0);
    static final NumberForm TIME = new NumberForm(NumberForm.Shape.TIME, 0);
    static final NumberForm DATE_TIME = new NumberForm(NumberForm.Shape.DATE_TIME, 0);

    /** Excel's. */
    private static final double LARGEST = 9.99999999999999e307;

    /** The first day behind the one that Excel counts by mistake, and the last that it knows. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate NO_DAY = LocalDate.EPOCH;
    private static final double NANOS_A_DAY = 86_400e9;
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);

    abstract RawCell number(double value);

    abstract RawCell code(String code);

    abstract RawCell text(String text);

    abstract RawCell at(LocalDateTime value, NumberForm form);

    RawCell date(LocalDate value) {
        return at(value.atStartOfDay(), DATE);
    }

    RawCell time(LocalTime value) {
        return at(value.atDate(NO_DAY), TIME);
    }

    RawCell dateTime(LocalDateTime value) {
        return at(value, DATE_TIME);
    }

    /** Such as 2004-03-17, 08:30:00 or 2004-03-17 08:30:00. */
    private static String shown(LocalDateTime value, NumberForm form) {
        String time = CLOCK.format(value);
        return form.isTime() ? time : value.toLocalDate() + (form.equals(DATE) ? "" : " " + time);
    }

    private static double partOfDay(LocalDateTime value) {
        return value.toLocalTime().toNanoOfDay() / NANOS_A_DAY;
    }

    private static RawCell numberCell(double number, NumberForm form) {
        return new RawCell(1, 1, CellKind.NUMBER, number, "", form, false, DateSystem.FROM_1900);
    }

    private static RawCell textCell(String text) {
        return new RawCell(1, 1, CellKind.TEXT, Double.NaN, text, NumberForm.GENERAL, false, DateSystem.FROM_1900);
    }

    private static String digits(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "Inf" : "-Inf") : CsvText.number(value);
    }

    /** The value that a cell holds just as it stands, whatever the codebook says of missing codes; else null. */
    static Object value(Variable variable, RawCell cell) {
        return switch (variable.type()) {
            case NUMBER -> number(cell);
            case DATE -> at(cell, LocalDateTime::toLocalDate, LocalDate::parse);
            case TIME -> time(cell);
            case DATETIME -> at(cell, at -> at, text -> LocalDateTime.parse(text.replace(' ', 'T')));
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

    private static Object time(RawCell cell) {
        Optional<LocalTime> time = cell.isTime() ? DateSystem.timeOfDay(cell.number()) : Optional.empty();
        return time.isPresent() ? time.get() : parsed(cell, LocalTime::parse);
    }

    private static Object at(RawCell cell, Function<LocalDateTime, Object> part, Function<String, Object> parser) {
        Optional<LocalDateTime> at = cell.isDate() ? cell.dates().dateTime(cell.number()) : Optional.empty();
        return at.isPresent() ? part.apply(at.get()) : parsed(cell, parser);
    }

    private static Object parsed(RawCell cell, Function<String, Object> parser) {
        try {
            return parser.apply(cell.shown());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
