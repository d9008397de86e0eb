package cohortkit.stats.regression;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The estimated terms of a fit in the formula's order, and what is said of one that is not there. */
final class FitTerms {

    private final Design design;
    private final int[] order;
    private final List<String> names;

    FitTerms(Design design) {
        List<String> columns = design.names();
        this.design = design;
        this.order = design.formulaOrder();
        this.names = Arrays.stream(order).mapToObj(columns::get).toList();
    }

    List<String> names() {
        return names;
    }

    /** Where they stand in the design. */
    IntStream columns() {
        return Arrays.stream(order);
    }

    /** The position of a term that must be there. */
    int index(String term) {
        int index = names.indexOf(term);
        if (index >= 0) {
            return index;
        }
        if (design.aliased().contains(term)) {
            throw new InputException("term '" + term + "' is aliased, see notes(); it has no estimate");
        }
        throw new InputException("no term '" + term + "'; there are " + String.join(", ", names));
    }

    /** The levels that a term is compared with. */
    String reference(String term) {
        return design.reference(order[index(term)]);
    }
}
