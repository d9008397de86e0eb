package cohortkit.core;

/** Where a condition finds its values: a row, or a codebook when the condition is checked before it meets a row. */
interface Scope {

    double NANOS_AN_HOUR = 3_600e9;

    /** The value of a variable; null where it is missing. A time of day counts in hours. */
    Value value(String variable);

    /** The values of a participant. */
    static Scope of(Row row) {
        return name -> {
            Variable variable = row.variable(name);
            if (row.isMissing(name)) {
                return null;
            }
            return switch (variable.type()) {
                case NUMBER -> Value.Numeric.of(row.number(name));
                case DATE -> Value.Day.of(row.date(name));
                case TIME -> Value.Numeric.of(row.time(name).toNanoOfDay() / NANOS_AN_HOUR);
                case DATETIME -> Value.Day.of(row.dateTime(name));
                case CATEGORY -> new Value.Coded(variable, row.level(name));
                case TEXT, IDENTIFIER -> new Value.Words(row.text(name), false);
            };
        };
    }

    /** A value of the right kind for every variable, so that what cannot be compared is found without any data. */
    static Scope of(Codebook codebook) {
        return name -> {
            Variable variable = codebook.variable(name);
            return switch (variable.type()) {
                case NUMBER, TIME -> Value.Numeric.of(1);
                case DATE, DATETIME -> new Value.Day(0);
                case CATEGORY -> new Value.Coded(variable, variable.reference().code());
                case TEXT, IDENTIFIER -> new Value.Words("", false);
            };
        };
    }
}
