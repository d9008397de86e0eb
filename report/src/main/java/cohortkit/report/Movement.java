package cohortkit.report;

import cohortkit.report.Manifest.FigureState;
import cohortkit.report.Manifest.StudyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that is otherwise than in an earlier manifest.
 *
 * <pre>{@code
 * new Movement("births", "figure women", "value", "189", "188")   // births, figure women: value was 189, is 188
 * }</pre>
 *
 * @param study the study's name
 * @param what the file or the figure
 * @param part which part of it
 * @param before what it was; empty if it is new
 * @param now what it is; empty if it is gone
 */
public record Movement(String study, String what, String part, String before, String now) {

    static List<Movement> between(Manifest before, Manifest now) {
        List<Movement> moved = new ArrayList<>();
        Map<String, StudyState> old = byName(before);
        Map<String, StudyState> recent = byName(now);
        for (String study : union(old, recent)) {
            StudyState was = old.get(study);
            StudyState is = recent.get(study);
            if (was == null || is == null) {
                moved.add(new Movement(study, "study", "study", was == null ? "" : study, is == null ? "" : study));
            } else {
                files(study, was, is, moved);
                figures(study, was, is, moved);
            }
        }
        return List.copyOf(moved);
    }

    private static void files(String study, StudyState was, StudyState is, List<Movement> moved) {
        for (String file : union(was.files(), is.files())) {
            add(
                    study,
                    "file " + file,
                    "SHA-256",
                    was.files().getOrDefault(file, ""),
                    is.files().getOrDefault(file, ""),
                    moved);
        }
    }

    private static void figures(String study, StudyState was, StudyState is, List<Movement> moved) {
        for (String id : union(was.figures(), is.figures())) {
            FigureState first = was.figures().get(id);
            FigureState second = is.figures().get(id);
            String what = "figure " + id;
            if (first == null || second == null) {
                add(study, what, "figure", first == null ? "" : id, second == null ? "" : id, moved);
            } else {
                Map<String, String> parts = second.parts();
                first.parts().forEach((part, value) -> add(study, what, part, value, parts.get(part), moved));
            }
        }
    }

    private static void add(String study, String what, String part, String before, String now, List<Movement> moved) {
        if (!before.equals(now)) {
            moved.add(new Movement(study, what, part, before, now));
        }
    }

    private static Map<String, StudyState> byName(Manifest manifest) {
        return manifest.studies().stream()
                .collect(Collectors.toMap(StudyState::study, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    /** Such as "births, figure women: value was 189, is 188". */
    @Override
    public String toString() {
        String place = study + ", " + what + ": " + part;
        if (before.isEmpty()) {
            return place + " is new" + (now.equals(study) ? "" : ": " + now);
        }
        return now.isEmpty() ? place + " is gone; was " + before : place + " was " + before + ", is " + now;
    }
}
