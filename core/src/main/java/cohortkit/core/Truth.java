package cohortkit.core;

/** An answer of Kleene's strong three-valued logic; the order of the constants makes "and" the least, "or" the most. */
enum Truth {
    NO,
    UNDECIDED,
    YES;

    static Truth of(boolean answer) {
        return answer ? YES : NO;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return this == UNDECIDED ? UNDECIDED : of(this == NO);
    }
}
