package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.stats.regression.SeparationException.Infinite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what in the data makes estimates infinite. */
final class SeparationReport {

    private final Design design;
    private final ModelFrame frame;
    private final Link link;
    private final String event;

    SeparationReport(Design design, ModelFrame frame, Link link) {
        this.design = design;
        this.frame = frame;
        this.link = link;
        this.event = frame.event().isEmpty() ? "a count above 0" : frame.event();
    }

    SeparationException exception(List<Infinite> terms, boolean complete, boolean[] separated) {
        return new SeparationException(new SeparationFinding(complete, terms, reasons(terms)), separated, link);
    }

    private List<String> reasons(List<Infinite> terms) {
        Set<String> names = terms.stream().map(Infinite::term).collect(Collectors.toSet());
        Set<Factor> factors = new LinkedHashSet<>();
        List<String> reasons = new ArrayList<>();
        for (int j = 0; j < design.size(); j++) {
            DesignColumn column = design.column(j);
            if (names.contains(column.name())) {
                column.indicatorOf().ifPresent(factors::add);
                if (column.isNumber()) {
                    threshold(column).ifPresent(reasons::add);
                }
            }
        }
        factors.forEach(factor -> levels(factor, reasons));
        return reasons;
    }

    /** Levels in which all rows, or none, have the event. */
    private void levels(Factor factor, List<String> reasons) {
        int[] rows = new int[factor.levels().size()];
        int[] events = new int[rows.length];
        for (int row = 0; row < frame.size(); row++) {
            rows[factor.code(row)]++;
            events[factor.code(row)] += frame.outcome()[row] > 0 ? 1 : 0;
        }
        for (int level = 0; level < rows.length; level++) {
            if (events[level] == 0) {
                reasons.add(
                        rows[level] == 1
                                ? "the only row of " + factor.name(level) + " lacks " + event
                                : "none of the " + rows[level] + " rows of " + factor.name(level) + " has " + event);
            } else if (events[level] == rows[level] && !frame.event().isEmpty()) {
                reasons.add(all(rows[level], "of " + factor.name(level), true));
            }
        }
    }

    /** Where the events of a number begin or end, if they do not overlap with the others. */
    private Optional<String> threshold(DesignColumn column) {
        double[] values = new double[frame.size()];
        column.fill(values, 0, values.length);
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int row = 0; row < values.length; row++) {
            int side = frame.outcome()[row] > 0 ? 1 : 0;
            least[side] = Math.min(least[side], values[row]);
            most[side] = Math.max(most[side], values[row]);
        }
        if (least[1] >= most[0]) {
            return Optional.of(sentence(column.name(), values, most[0], least[1], true));
        }
        return least[0] >= most[1]
                ? Optional.of(sentence(column.name(), values, most[1], least[0], false))
                : Optional.empty();
    }

    /** The lower side ends at {@code low}, the upper begins at {@code high}. */
    private String sentence(String name, double[] values, double low, double high, boolean eventsAbove) {
        long above = java.util.Arrays.stream(values).filter(x -> x > low).count();
        long below = java.util.Arrays.stream(values).filter(x -> x < high).count();
        List<String> sides = new ArrayList<>();
        if (above > 0) {
            sides.add(all(above, "with " + name + " above " + DisplayNumber.shortest(low), eventsAbove));
        }
        if (below > 0) {
            sides.add(all(below, "with " + name + " below " + DisplayNumber.shortest(high), !eventsAbove));
        }
        return String.join(" and ", sides);
    }

    private String all(long rows, String which, boolean events) {
        return rows == 1
                ? "the only row " + which + (events ? " has " : " lacks ") + event
                : "all " + rows + " rows " + which + (events ? " have " : " lack ") + event;
    }
}
