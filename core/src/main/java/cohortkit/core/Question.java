package cohortkit.core;

import java.util.List;

/** A part of a condition that is true, false or undecided. */
sealed interface Question {

    Truth answer(Scope scope);

    /** All of them, or one of them. Every part is asked, so that a check by the codebook meets each. */
    record Joined(Question left, Joint joint, Question right) implements Question {
        @Override
        public Truth answer(Scope scope) {
            Truth one = left.answer(scope);
            Truth other = right.answer(scope);
            return joint == Joint.AND ? one.and(other) : one.or(other);
        }
    }

    /** The word between two questions. */
    enum Joint {
        AND,
        OR
    }

    record Not(Question question) implements Question {
        @Override
        public Truth answer(Scope scope) {
            return question.answer(scope).not();
        }
    }

    record Comparison(Term left, Relation relation, Term right, Place place) implements Question {
        @Override
        public Truth answer(Scope scope) {
            Value one = left.value(scope);
            Value other = right.value(scope);
            if (one == null || other == null) {
                return Truth.UNDECIDED;
            }
            boolean holds = relation.holds(one, other, place);
            return one.isUnknown() || other.isUnknown() ? Truth.UNDECIDED : Truth.of(holds);
        }
    }

    /** Whether it equals one of a list. */
    record Membership(Term term, List<Item> items) implements Question {

        /** A value of the list and where it stands. */
        record Item(Value value, Place place) {}

        public Membership {
            items = List.copyOf(items);
        }

        @Override
        public Truth answer(Scope scope) {
            Value value = term.value(scope);
            if (value == null) {
                return Truth.UNDECIDED;
            }
            boolean found = false;
            for (Item item : items) {
                found |= Relation.EQUAL.holds(value, item.value(), item.place());
            }
            return value.isUnknown() ? Truth.UNDECIDED : Truth.of(found);
        }
    }

    record IsMissing(Term.Reference variable) implements Question {
        @Override
        public Truth answer(Scope scope) {
            return Truth.of(variable.value(scope) == null);
        }
    }
}
