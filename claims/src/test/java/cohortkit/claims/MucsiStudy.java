package cohortkit.claims;

import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A small study for tests. */
public final class MucsiStudy implements StudyProvider {

    static final FeasibleTables TABLES = FeasibleTables.of(
            333,
            Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
            Constraint.of(Quantity.RISK_EXPOSED, "35%"),
            Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));

    static Map<String, Supplier<Finding>> computations() {
        return Map.of(
                "counts", () -> Finding.integers(333),
                "riskRatio", () -> Finding.overTables(TABLES, Measure.RISK_RATIO, MucsiStudy::riskRatio),
                "more", () -> Finding.statement(TABLES, table -> riskRatio(table) > 1),
                "exposed", () -> Finding.overTables(TABLES, Measure.COUNT, table -> table.a() + table.b()),
                "sweden", () -> Finding.notCheckable("the abstract prints no such number"));
    }

    static List<Figure> figures() {
        return FiguresCsv.read(MucsiStudy.class, "figures.csv");
    }

    private static double riskRatio(TwoByTwo t) {
        return (double) t.a() / (t.a() + t.b()) / ((double) t.c() / (t.c() + t.d()));
    }

    @Override
    public Study study() {
        return Study.of("mucsi", "Mucsi et al. 2005", figures(), computations());
    }
}
