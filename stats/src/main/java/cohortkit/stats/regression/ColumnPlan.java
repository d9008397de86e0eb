package cohortkit.stats.regression;

import cohortkit.core.Formula;
import cohortkit.core.Formula.Operand;
import cohortkit.core.Formula.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns a formula asks for, by the rule of R and S: within a term, a category is coded against its reference if
 * the term without it is in the model, and by all its levels otherwise; without an intercept the first category has all
 * its levels (Chambers and Hastie 1992, Statistical Models in S, section 2.4).
 */
final class ColumnPlan {

    private final Formula formula;
    private final RowSource frame;
    private final List<DesignColumn> columns = new ArrayList<>();
    private final Set<DesignColumn> constants = new HashSet<>();
    private final Map<Term, List<String>> names = new LinkedHashMap<>();
    private Operand fullyCoded;

    ColumnPlan(Formula formula, RowSource frame) {
        this.formula = formula;
        this.frame = frame;
        if (formula.intercept()) {
            columns.add(DesignColumn.intercept());
            constants.addAll(columns);
        }
        formula.terms().forEach(this::add);
    }

    List<DesignColumn> columns() {
        return columns;
    }

    /** Names of each term's columns. */
    Map<Term, List<String>> names() {
        return names;
    }

    /** Columns whose sum is 1 in every row: the intercept, or the indicators that stand in for it. */
    Set<DesignColumn> constants() {
        return constants;
    }

    private void add(Term term) {
        boolean leadsWithoutIntercept = false;
        List<List<DesignColumn.Part>> products = List.of(List.of());
        boolean partition = true;
        for (Operand operand : term.operands()) {
            List<DesignColumn.Part> parts = new ArrayList<>();
            if (frame.isFactor(operand)) {
                boolean full = !marginal(term, operand);
                if (!formula.intercept() && fullyCoded == null) {
                    fullyCoded = operand;
                    leadsWithoutIntercept = true;
                    full = true;
                }
                partition &= full;
                Factor factor = frame.factor(operand);
                for (int level = full ? 0 : 1; level < factor.levels().size(); level++) {
                    parts.add(DesignColumn.level(factor, level));
                }
            } else {
                partition = false;
                if (operand instanceof Formula.Curve curve) {
                    parts.addAll(frame.curve(curve).parts(frame.number(operand)));
                } else {
                    parts.add(DesignColumn.number(operand.variable(), frame.values(operand)));
                }
            }
            products = cross(products, parts);
        }
        List<DesignColumn> added = products.stream().map(DesignColumn::product).toList();
        columns.addAll(added);
        names.put(term, added.stream().map(DesignColumn::name).toList());
        if (leadsWithoutIntercept && partition) {
            constants.addAll(added);
        }
    }

    /** Whether the term without this operand is in the model; the empty term counts as being there. */
    private boolean marginal(Term term, Operand operand) {
        Set<Operand> rest = new HashSet<>(term.operands());
        rest.remove(operand);
        return rest.isEmpty()
                || formula.terms().stream().anyMatch(other -> new HashSet<>(other.operands()).equals(rest));
    }

    /** The first operand's levels vary fastest. */
    private static List<List<DesignColumn.Part>> cross(
            List<List<DesignColumn.Part>> products, List<DesignColumn.Part> parts) {
        List<List<DesignColumn.Part>> crossed = new ArrayList<>();
        for (DesignColumn.Part part : parts) {
            for (List<DesignColumn.Part> product : products) {
                List<DesignColumn.Part> longer = new ArrayList<>(product);
                longer.add(part);
                crossed.add(longer);
            }
        }
        return crossed;
    }
}
