package cohortkit.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;

/** What stands on a side of a comparison, when it is not missing. */
sealed interface Value {

    /** Such as "a date", for messages. */
    String described();

    /** It as a number, if it is one. */
    default OptionalDouble asNumber() {
        return OptionalDouble.empty();
    }

    /** Whether it is what a quotient by zero leaves: of the right kind, and nothing is known of it. */
    default boolean isUnknown() {
        return false;
    }

    /** A number; {@code written} is empty unless it stands in the condition itself. */
    record Numeric(double number, String written) implements Value {

        static Numeric of(double number) {
            return new Numeric(number, "");
        }

        @Override
        public String described() {
            return "a number";
        }

        @Override
        public OptionalDouble asNumber() {
            return OptionalDouble.of(number);
        }

        @Override
        public boolean isUnknown() {
            return Double.isNaN(number);
        }
    }

    /** A date in days since 1970-01-01, so that half a day can be added. */
    record Day(double day) implements Value {

        private static final double NANOS_A_DAY = 86_400e9;

        static Day of(LocalDate date) {
            return new Day(date.toEpochDay());
        }

        static Day of(LocalDateTime at) {
            return new Day(at.toLocalDate().toEpochDay() + at.toLocalTime().toNanoOfDay() / NANOS_A_DAY);
        }

        @Override
        public String described() {
            return "a date";
        }

        @Override
        public boolean isUnknown() {
            return Double.isNaN(day);
        }
    }

    /** Text, or quoted in the condition itself and then whatever the other side is. */
    record Words(String text, boolean quoted) implements Value {

        @Override
        public String described() {
            return "text";
        }
    }

    /** A level of a category; a number where every code of the category is one. */
    record Coded(Variable variable, String code) implements Value {

        @Override
        public String described() {
            return variable.described();
        }

        @Override
        public OptionalDouble asNumber() {
            for (Level level : variable.levels()) {
                if (parsed(level.code()).isEmpty()) {
                    return OptionalDouble.empty();
                }
            }
            return parsed(code);
        }

        private static OptionalDouble parsed(String text) {
            return text.matches("-?\\d{1,15}(\\.\\d{1,15})?")
                    ? OptionalDouble.of(Double.parseDouble(text))
                    : OptionalDouble.empty();
        }
    }
}
