package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
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
    private long levels;
    private long rows;
    private long complete;

    private LevelRows(Regression model) {
        this.model = model;
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
        Missing[] missing = Present.reasons(model, part);
        double[] weights = model.weights().values(part);
        boolean[] kept = new boolean[part.size()];
        for (int row = 0; row < kept.length; row++) {
            rows++;
            if (missing[row] == null) {
                complete++;
                kept[row] = weights[row] > 0 && isNew(keys, row);
            }
        }
        AtomicInteger next = new AtomicInteger();
        Cohort some = part.where("levels", row -> kept[next.getAndIncrement()]);
        found.add(some.table());
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

    long rows() {
        return rows;
    }

    long complete() {
        return complete;
    }

    /** The frame of these rows alone; it refuses what a model refuses. */
    ModelFrame frame(CohortParts parts) {
        if (levels == 0) {
            throw new InputException("none of the " + rows + " rows is complete in "
                    + String.join(", ", model.formula().variables()) + " and has a weight");
        }
        if (seen.get(model.formula().outcome()).size() == 1) {
            throw new InputException("outcome '" + model.formula().outcome() + "' is the same in all " + complete
                    + " complete rows; there is nothing to model until the outcome varies");
        }
        Table table = found.get(0).emptyCopy();
        found.forEach(table::append);
        return ModelFrame.of(model, Cohort.of(table, parts.codebook()));
    }
}
