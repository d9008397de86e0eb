package cohortkit.io;

import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The evidence for a drafted variable, in words: what was observed, and what looks like a missing code. */
final class DraftNotes {

    private static final int FEW = 10;
    private static final int MOST_NAMED = 5;
    private static final double MOSTLY = 0.9;

    private final Variable variable;
    private final ColumnProfile profile;
    private final Map<Missing, Integer> missing;

    /**
     * @param missing how many values are missing, by reason
     */
    DraftNotes(Variable variable, ColumnProfile profile, Map<Missing, Integer> missing) {
        this.variable = variable;
        this.profile = profile;
        this.missing = missing;
    }

    String note() {
        List<String> notes = new ArrayList<>();
        if (profile.present() == 0) {
            notes.add("no values");
        }
        if (DraftTyping.isNamedIdentifier(variable)
                && variable.type() != VariableType.IDENTIFIER
                && !profile.isUnique()) {
            notes.add("named as an identifier, but not unique in every row");
        }
        Map<Double, String> apart = apart();
        notes.addAll(observed(apart));
        List<String> codes = new ArrayList<>(apart.values());
        codes.addAll(SuspectedDates.among(profile.dates()).values());
        profile.texts().forEach((text, n) -> {
            if (SuspectedCodes.isWord(Spaces.clean(text))) {
                codes.add(text + " (" + SuspectedCodes.times(n) + ")");
            }
        });
        if (!codes.isEmpty()) {
            notes.add("SUSPECTED missing codes, not applied: " + named(codes));
        }
        notes.addAll(almostNumbers());
        missing.forEach((reason, n) -> {
            if (!reason.equals(Missing.BLANK)) {
                notes.add(n + " " + reason);
            }
        });
        if (profile.blank() > 0) {
            notes.add(profile.blank() + " blank");
        }
        return String.join("; ", notes);
    }

    private Map<Double, String> apart() {
        if (variable.type() == VariableType.NUMBER) {
            return SuspectedCodes.among(profile.numbers());
        }
        if (variable.type() != VariableType.CATEGORY) {
            return Map.of();
        }
        NavigableMap<Double, Integer> codes = new TreeMap<>();
        profile.texts().forEach((text, n) -> Numbers.parse(text).ifPresent(x -> codes.merge(x, n, Integer::sum)));
        return codes.size() == profile.texts().size() ? SuspectedCodes.among(codes) : Map.of();
    }

    private List<String> observed(Map<Double, String> apart) {
        if (!profile.dates().isEmpty()) {
            NavigableMap<LocalDate, Integer> bulk = new TreeMap<>(profile.dates());
            bulk.keySet().removeAll(SuspectedDates.among(profile.dates()).keySet());
            return List.of("observed " + bulk.firstKey() + " to " + bulk.lastKey());
        }
        if (profile.numbers().isEmpty()) {
            return List.of();
        }
        List<Double> bulk = profile.numbers().keySet().stream()
                .filter(x -> !apart.containsKey(x))
                .toList();
        double low = bulk.get(0);
        double high = bulk.get(bulk.size() - 1);
        List<String> observed = new ArrayList<>();
        observed.add("observed " + Numbers.shown(low) + (low == high ? " only" : " to " + Numbers.shown(high)));
        boolean codes = bulk.size() > 1
                && bulk.size() <= FEW
                && low >= 0
                && high < 2 * FEW
                && profile.present() >= 3 * bulk.size()
                && bulk.stream().allMatch(x -> x == Math.rint(x));
        if (codes) {
            observed.add(bulk.size() + " different whole numbers: codes?");
        }
        return observed;
    }

    /** A text that is nearly always a number tells what keeps it from being one. */
    private List<String> almostNumbers() {
        if (variable.type() != VariableType.TEXT && variable.type() != VariableType.CATEGORY) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        int numbers = 0;
        for (Map.Entry<String, Integer> text : profile.texts().entrySet()) {
            if (Numbers.parse(Spaces.clean(text.getKey())).isPresent()) {
                numbers += text.getValue();
            } else {
                others.add(text.getKey());
            }
        }
        boolean nearly = !others.isEmpty() && numbers < profile.present() && numbers >= MOSTLY * profile.present();
        return nearly
                ? List.of(numbers + " of " + profile.present() + " are numbers; not: " + named(others))
                : List.of();
    }

    private static String named(List<String> items) {
        String text = items.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return items.size() > MOST_NAMED ? text + " and " + (items.size() - MOST_NAMED) + " more" : text;
    }
}
