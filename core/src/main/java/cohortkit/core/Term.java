package cohortkit.core;

import java.util.OptionalDouble;

/** A part of a condition that has a value. */
sealed interface Term {

    /** Its value; null where a missing value leaves none. */
    Value value(Scope scope);

    /** A value that stands in the condition. */
    record Literal(Value constant) implements Term {
        @Override
        public Value value(Scope scope) {
            return constant;
        }
    }

    /** A variable. */
    record Reference(String variable, Place place) implements Term {
        @Override
        public Value value(Scope scope) {
            try {
                return scope.value(variable);
            } catch (InputException e) {
                throw place.problem(e.getMessage() + " (text stands in quotes)");
            }
        }
    }

    /** A sum, difference, product or quotient. Dates are counted in days. */
    record Arithmetic(Term left, Operator operator, Term right, Place place) implements Term {
        @Override
        public Value value(Scope scope) {
            Value a = left.value(scope);
            Value b = right.value(scope);
            return a == null || b == null ? null : result(dateIfBeside(b, a), dateIfBeside(a, b));
        }

        /** A date may be quoted as any text may, where the other side is a date. */
        private Value dateIfBeside(Value other, Value value) {
            boolean quoted = value instanceof Value.Words words && words.quoted();
            return quoted && other instanceof Value.Day ? Relation.date(((Value.Words) value).text(), place) : value;
        }

        private Value result(Value a, Value b) {
            if (a instanceof Value.Day day && operator.isShift()) {
                if (b instanceof Value.Day other && operator == Operator.MINUS) {
                    return Value.Numeric.of(day.day() - other.day());
                }
                if (b instanceof Value.Numeric days) {
                    return new Value.Day(operator.apply(day.day(), days.number()));
                }
            } else if (operator == Operator.PLUS && a instanceof Value.Numeric days && b instanceof Value.Day day) {
                return new Value.Day(days.number() + day.day());
            }
            OptionalDouble x = a.asNumber();
            OptionalDouble y = b.asNumber();
            if (x.isEmpty() || y.isEmpty()) {
                throw place.problem(
                        a.described() + " " + operator.sign + " " + b.described()
                                + " cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another");
            }
            double result = operator.apply(x.getAsDouble(), y.getAsDouble());
            return Value.Numeric.of(Double.isFinite(result) ? result : Double.NaN);
        }
    }

    /** The sign between two numbers. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED_BY("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(sign);
        }

        boolean isShift() {
            return this == PLUS || this == MINUS;
        }

        double apply(double x, double y) {
            return switch (this) {
                case PLUS -> x + y;
                case MINUS -> x - y;
                case TIMES -> x * y;
                case DIVIDED_BY -> x / y;
            };
        }
    }
}
