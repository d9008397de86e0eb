package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Provenance;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.Table;

/** The few complete rows of a cohort in parts that show, together, all levels of a model's categories and its outcomes. */
final class LevelRows {

    private static final int MOST = 100_000;

    private final Regression model;
    private final Map<String, Set<Double>> seen = new HashMap<>();
    private final List<Table> found = new ArrayList<>();
    private final List<Integer> addresses = new ArrayList<>();
    private Provenance provenance = Provenance.none();
    private CompleteCases cases;
    private long levels;

    private LevelRows(Regression model) {
        this.model = model;
        Set<String> variables = new HashSet<>(model.formula().variables());
        model.weights().variable().ifPresent(variables::add);
        this.cases = new CompleteCases(0, 0, 0, variables.size(), Map.of());
    }

    static LevelRows of(Regression model, CohortParts parts) {
        LevelRows levels = new LevelRows(model);
        parts.forEach(levels::add);
        return levels;
    }

    private void add(Cohort part) {
        Map<String, double[]> keys = new LinkedHashMap<>();
        keys.put(model.formula().outcome(), keys(part, model.formula().outcome()));
        model.formula()
                .terms()
                .forEach(term -> term.operands().stream()
                        .filter(new FrameReader(part, new int[0])::isFactor)
                        .forEach(
                                operand -> keys.computeIfAbsent(operand.variable(), variable -> keys(part, variable))));
        Present present = Present.of(model, part);
        double[] weights = model.weights().values(part);
        boolean[] kept = new boolean[part.size()];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = present.isComplete(row) && weights[row] > 0 && isNew(keys, row);
        }
        cases = cases.plus(present.cases(weights));
        AtomicInteger next = new AtomicInteger();
        Cohort some = part.where("levels", row -> kept[next.getAndIncrement()]);
        found.add(some.table());
        locate(some);
        levels += some.size();
        if (levels > MOST) {
            throw new InputException("a category of " + model.formula() + " has more than " + MOST + " levels");
        }
    }

    private boolean isNew(Map<String, double[]> keys, int row) {
        boolean isNew = false;
        for (Map.Entry<String, double[]> variable : keys.entrySet()) {
            isNew |= seen.computeIfAbsent(variable.getKey(), name -> new HashSet<>())
                    .add(variable.getValue()[row]);
        }
        return isNew;
    }

    private static double[] keys(Cohort part, String variable) {
        if (part.variable(variable).type() != VariableType.CATEGORY) {
            return part.numbers(variable);
        }
        int[] levels = part.levels(variable);
        double[] keys = new double[levels.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = levels[row];
        }
        return keys;
    }

    /** Where the rows stand in their file, for messages. */
    private void locate(Cohort some) {
        Map<String, Integer> columns = new HashMap<>();
        for (int row = 0; row < some.size(); row++) {
            for (String variable : model.formula().variables()) {
                some.cell(row, variable).ifPresent(cell -> columns.put(variable, cell.column()));
            }
            some.cell(row, model.formula().outcome()).ifPresent(cell -> addresses.add(cell.row()));
        }
        if (!columns.isEmpty()) {
            int[] rows = addresses.stream().mapToInt(Integer::intValue).toArray();
            Provenance known = some.provenance();
            provenance = Provenance.of(known.file(), known.sheet(), columns, rows);
        }
    }

    CompleteCases cases() {
        return cases;
    }

    /** The frame of these rows alone; it refuses what a model refuses. */
    ModelFrame frame(CohortParts parts) {
        if (levels == 0) {
            throw new InputException("none of the " + cases.rows() + " rows is complete in "
                    + String.join(", ", model.formula().variables()) + " and has a weight"
                    + (cases.missing().isEmpty() ? "" : ": " + cases.reasons()));
        }
        if (seen.get(model.formula().outcome()).size() == 1) {
            throw new InputException("outcome '" + model.formula().outcome() + "' is the same in all "
                    + cases.complete() + " complete rows; there is nothing to model until the outcome varies");
        }
        Table table = found.get(0).emptyCopy();
        found.forEach(table::append);
        return ModelFrame.of(model, Cohort.of(table, parts.codebook(), Map.of(), provenance, Ledger.empty()));
    }
}
