package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Finds the header as the row, or two rows, with the codebook's names. */
final class CodebookHeader {

    private static final int ROWS_SEARCHED = 200;

    private record Match(RawCell cell, String variable, String repair) {}

    private final RawSheet sheet;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> otherCase = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    /** The variables of a label that several have, in the codebook's order. */
    private final Map<String, List<String>> sharedLabels = new HashMap<>();

    private final Map<String, Integer> order = new HashMap<>();

    CodebookHeader(RawSheet sheet, Codebook codebook) {
        this.sheet = sheet;
        for (Variable variable : codebook) {
            names.put(variable.name(), variable.name());
        }
        for (Variable variable : codebook) {
            unique(otherCase, Spaces.lower(variable.name()), variable.name());
            String label = Spaces.lower(Spaces.clean(variable.label()));
            unique(labels, label, variable.name());
            sharedLabels.computeIfAbsent(label, none -> new ArrayList<>()).add(variable.name());
        }
        sharedLabels.values().removeIf(variables -> variables.size() == 1);
        codebook.names().forEach(name -> order.put(name, order.size()));
    }

    /** Two claims to a text are none. */
    private static void unique(Map<String, String> map, String text, String name) {
        map.merge(text, name, (one, other) -> "");
    }

    /** How many variables the best row names. */
    int score() {
        int best = bestPosition();
        return best < 0 ? 0 : distinct(matches(best));
    }

    /** The header in that row, or in the row that names most variables. */
    Header find(OptionalInt row) {
        int position = row.isPresent() ? sheet.position(row.getAsInt()) : bestPosition();
        Map<Integer, Match> matches = position < 0 ? Map.of() : matches(position);
        if (matches.isEmpty()) {
            String place = row.isPresent() ? "row " + row.getAsInt() + " names no" : "no row names a";
            String some =
                    String.join(", ", names.keySet().stream().sorted().limit(5).toList());
            throw sheet.problem(place + " variable of the codebook (" + some + (names.size() > 5 ? ", ..." : "")
                    + "); name the sheet or the header row, or correct the codebook");
        }
        if (addsBelow(position, matches)) {
            return header(position, position + 1);
        }
        if (addsAbove(position, matches)) {
            return header(position - 1, position);
        }
        Header header = header(position, position);
        return LabelsBelow.areLabels(sheet, position) || haveLabelsBelow(position, matches)
                ? header.labelled(LabelsBelow.row(sheet, position))
                : header;
    }

    /** Whether the next row has labels of the codebook, each below its variable's name, and nothing else there. */
    private boolean haveLabelsBelow(int position, Map<Integer, Match> matches) {
        List<RawCell> below = LabelsBelow.row(sheet, position).stream()
                .filter(cell -> matches.containsKey(cell.column()))
                .toList();
        return below.size() > 1
                && below.stream().allMatch(cell -> {
                    Match label = match(cell);
                    Match name = matches.get(cell.column());
                    return label != null
                            && label.variable().equals(name.variable())
                            && !Spaces.clean(cell.shown())
                                    .equals(Spaces.clean(name.cell().shown()));
                });
    }

    private int bestPosition() {
        int best = -1;
        int most = 0;
        for (int position = 0; position < Math.min(sheet.rows(), ROWS_SEARCHED); position++) {
            int score = distinct(matches(position));
            if (score > most) {
                most = score;
                best = position;
            }
        }
        return best;
    }

    private static int distinct(Map<Integer, Match> matches) {
        Set<String> variables = new HashSet<>();
        matches.values().forEach(match -> variables.add(match.variable()));
        return variables.size();
    }

    private Map<Integer, Match> matches(int position) {
        Map<Integer, Match> matches = new HashMap<>();
        for (RawCell cell : sheet.row(position)) {
            Match match = match(cell);
            if (match != null) {
                matches.put(cell.column(), match);
            }
        }
        if (!sharedLabels.isEmpty()) {
            addShared(position, matches);
        }
        return matches;
    }

    /** Columns under a label that several variables have, where all of these are there and all columns in their order. */
    private void addShared(int position, Map<Integer, Match> matches) {
        Map<String, List<RawCell>> cells = new HashMap<>();
        for (RawCell cell : sheet.row(position)) {
            String label = Spaces.lower(Spaces.clean(cell.shown()));
            if (!matches.containsKey(cell.column()) && sharedLabels.containsKey(label)) {
                cells.computeIfAbsent(label, none -> new ArrayList<>()).add(cell);
            }
        }
        Map<Integer, Match> more = new TreeMap<>(matches);
        cells.forEach((label, columns) -> {
            List<String> variables = sharedLabels.get(label);
            for (int i = 0; i < columns.size() && columns.size() == variables.size(); i++) {
                String how = "label of " + variables.size() + " variables, taken in the codebook's order";
                more.put(columns.get(i).column(), new Match(columns.get(i), variables.get(i), how));
            }
        });
        int last = -1;
        for (Match match : more.values()) {
            int place = order.get(match.variable());
            if (place <= last) {
                return;
            }
            last = place;
        }
        matches.putAll(more);
    }

    private Match match(RawCell cell) {
        String raw = cell.shown();
        String clean = Spaces.clean(raw);
        String repair = clean.equals(raw) ? "" : Spaces.REMOVED;
        if (names.containsKey(clean)) {
            return new Match(cell, clean, repair);
        }
        String name = otherCase.getOrDefault(Spaces.lower(clean), "");
        String how = "upper and lower case";
        if (name.isEmpty()) {
            name = labels.getOrDefault(Spaces.lower(clean), "");
            how = "label of the variable";
        }
        return name.isEmpty() ? null : new Match(cell, name, CellRule.and(repair, how));
    }

    /** Whether the next row names more variables, under cells that name none, and has nothing under those that do. */
    private boolean addsBelow(int position, Map<Integer, Match> matches) {
        if (!isNeighbour(position, position + 1)) {
            return false;
        }
        Set<String> here = variables(matches);
        boolean adds = matches(position + 1).entrySet().stream()
                .anyMatch(below -> !matches.containsKey(below.getKey())
                        && !here.contains(below.getValue().variable()));
        return adds && sheet.row(position + 1).stream().noneMatch(cell -> matches.containsKey(cell.column()));
    }

    private boolean addsAbove(int position, Map<Integer, Match> matches) {
        if (!isNeighbour(position - 1, position)) {
            return false;
        }
        Set<String> here = variables(matches);
        Set<Integer> filled = new HashSet<>();
        sheet.row(position).forEach(cell -> filled.add(cell.column()));
        return matches(position - 1).entrySet().stream()
                .anyMatch(above -> !filled.contains(above.getKey())
                        && !here.contains(above.getValue().variable()));
    }

    private boolean isNeighbour(int upper, int lower) {
        return upper >= 0 && lower < sheet.rows() && sheet.rowNumber(upper) + 1 == sheet.rowNumber(lower);
    }

    private static Set<String> variables(Map<Integer, Match> matches) {
        Set<String> variables = new HashSet<>();
        matches.values().forEach(match -> variables.add(match.variable()));
        return variables;
    }

    private Header header(int first, int last) {
        Map<Integer, Match> matches = new HashMap<>(matches(first));
        if (last != first) {
            matches.putAll(matches(last));
        }
        List<Header.Name> found = new ArrayList<>();
        List<RawCell> headings = new ArrayList<>();
        Set<Integer> unknown = new HashSet<>();
        for (int position = last; position >= first; position--) {
            for (RawCell cell : sheet.row(position)) {
                Match match = matches.get(cell.column());
                boolean blank = Spaces.clean(cell.shown()).isEmpty();
                if (match != null && match.cell().equals(cell)) {
                    found.add(new Header.Name(
                            cell.row(), cell.column(), cell.shown(), match.variable(), match.repair(), true));
                } else if (match == null && !blank && unknown.add(cell.column())) {
                    found.add(new Header.Name(cell.row(), cell.column(), cell.shown(), "", "", false));
                } else if (!blank) {
                    headings.add(cell);
                }
            }
        }
        requireOnce(found);
        return new Header(sheet.rowNumber(first), sheet.rowNumber(last), found, headings, List.of());
    }

    private void requireOnce(List<Header.Name> found) {
        Map<String, Header.Name> byName = new HashMap<>();
        for (Header.Name name : found) {
            Header.Name other = name.known() ? byName.put(name.name(), name) : null;
            if (other != null) {
                throw sheet.problem("the columns " + address(other) + " and " + address(name) + " are both '"
                        + name.name() + "'; rename one");
            }
        }
    }

    private static String address(Header.Name name) {
        return CellRef.columnName(name.column()) + name.row();
    }
}
