package cohortkit.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Who was left out, why, and how many were left: the participant flow that STROBE asks for. Every n reconciles.
 *
 * <pre>{@code
 * var adults = births.exclude("younger than 18", p -> p.number("age") < 18);
 * adults.flow().remaining()               // 164
 * adults.flow().steps().get(0).reason()   // "younger than 18"
 * }</pre>
 *
 * @param start rows at the beginning
 * @param steps what happened then, in order
 */
public record Flow(int start, List<Step> steps) {

    /**
     * One exclusion.
     *
     * @param reason in words
     * @param excluded rows that left at this step
     * @param undecided rows for which the condition met a missing value; a selection leaves them out, an exclusion keeps
     *     them
     * @param remaining rows after this step
     */
    public record Step(String reason, int excluded, int undecided, int remaining) {}

    public Flow {
        steps = List.copyOf(steps);
        int left = start;
        for (Step step : steps) {
            left -= step.excluded();
            if (left != step.remaining() || left < 0) {
                throw new IllegalArgumentException("the flow does not reconcile at '" + step.reason() + "'");
            }
        }
    }

    /** A flow in which nothing happened yet. */
    public static Flow startingWith(int rows) {
        return new Flow(rows, List.of());
    }

    /** Rows that are left. */
    public int remaining() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).remaining();
    }

    Flow then(String reason, int excluded, int undecided) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(reason, excluded, undecided, remaining() - excluded));
        return new Flow(start, longer);
    }

    /** One line a step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("participants: " + start);
        for (Step step : steps) {
            text.append(String.format("%n  - %d %s", step.excluded(), step.reason()));
            if (step.undecided() > 0) {
                text.append(" (undecided because of a missing value: ")
                        .append(step.undecided())
                        .append(')');
            }
            text.append(String.format("%n  = %d", step.remaining()));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
