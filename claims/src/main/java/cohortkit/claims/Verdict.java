package cohortkit.claims;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What may be said of a published figure, with the reason in words.
 *
 * <pre>{@code
 * var verdict = Study.named("dialysis").verify().figures().get(5).verdict();
 * verdict.kind()     // CONSISTENT
 * verdict.reason()   // "each of 6 tables prints as <0.05: 0.0012 to 0.0031 over 6 tables"
 * }</pre>
 */
public sealed interface Verdict {

    /** Which of the five. */
    Kind kind();

    /** Why, in one line. */
    String reason();

    /** The five verdicts, by name. */
    enum Kind {
        /** Equal at the printed precision, from rows or counts. */
        REPRODUCED,
        /** True of every feasible data set, or of a count that exists. */
        CONSISTENT,
        /** True of some feasible data sets. */
        POSSIBLE,
        /** True of none. */
        CONTRADICTED,
        /** Nothing to check it against. */
        NOT_CHECKABLE;

        /**
         * Reads a name such as {@code CONSISTENT}.
         *
         * @throws InputException if there is no such verdict
         */
        public static Kind parse(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException("'" + name + "' is not a verdict; there are "
                            + Arrays.stream(values()).map(Kind::name).collect(Collectors.joining(", "))));
        }
    }

    /** Equal at the printed precision, from rows or counts. */
    record Reproduced(String reason) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.REPRODUCED;
        }
    }

    /** True of every feasible data set, or of a count that exists. */
    record Consistent(String reason) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.CONSISTENT;
        }
    }

    /** True of some feasible data sets. */
    record Possible(String reason) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.POSSIBLE;
        }
    }

    /** True of none. */
    record Contradicted(String reason) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.CONTRADICTED;
        }
    }

    /** Nothing to check it against. */
    record NotCheckable(String reason) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.NOT_CHECKABLE;
        }
    }
}
