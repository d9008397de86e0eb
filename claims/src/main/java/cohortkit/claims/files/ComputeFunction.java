package cohortkit.claims.files;

import cohortkit.claims.Finding;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import java.util.Map;
import java.util.TreeMap;

/** A function of the language of figures.csv. */
@FunctionalInterface
interface ComputeFunction {

    /** Computes. */
    Finding of(Call call);

    /** Every function by its name. */
    static Map<String, ComputeFunction> all() {
        Map<String, ComputeFunction> all = new TreeMap<>();
        all.putAll(TableFunctions.ALL);
        all.putAll(ValueFunctions.ALL);
        all.putAll(ModelFunctions.ALL);
        all.putAll(TestFunctions.ALL);
        all.putAll(PrintedFunctions.ALL);
        return all;
    }

    /**
     * The function of that name.
     *
     * @throws InputException if there is none
     */
    static ComputeFunction named(String name) {
        Map<String, ComputeFunction> all = all();
        ComputeFunction function = all.get(name);
        if (function == null) {
            throw new InputException("there is no function '" + name + "'; " + NearestNames.of(name, all.keySet())
                    + (all.keySet().stream().anyMatch(known -> known.equalsIgnoreCase(name))
                            ? " (capitals matter)"
                            : ""));
        }
        return function;
    }
}
