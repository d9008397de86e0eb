package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fits that a reference file of {@code fitted-models.R} speaks of, each made once. */
public final class FittedModels {

    private static final Map<String, Fit> FITS = new ConcurrentHashMap<>();

    private FittedModels() {}

    /** The cohort of a row. */
    public static Cohort cohort(Reference row) {
        return DataSet.named(row.text("data"), row.text("factors"));
    }

    /** The fit of a row. */
    public static Fit fit(Reference row) {
        return FITS.computeIfAbsent(row.text("model"), id -> {
            Regression regression = Model.parse(row.text("family")).of(row.text("formula"));
            String weights = row.text("weights");
            return (weights.isEmpty() ? regression : regression.with(Weights.frequency(weights))).fit(cohort(row));
        });
    }
}
