package cohortkit.report;

import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskDifferenceInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TableLabels;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A 2x2 table with its measures and tests. */
final class TwoByTwoRows {

    /** Of measures with many methods, those that Stata's cs and cc print, and the default of this library. */
    private static final Map<Measure, Set<String>> SHOWN = Map.of(
            Measure.RISK_DIFFERENCE,
            Set.of(RiskDifferenceInterval.NEWCOMBE.label(), RiskDifferenceInterval.WALD.label()),
            Measure.RISK_RATIO,
            Set.of(RiskRatioInterval.KATZ_LOG.label()),
            Measure.ODDS_RATIO,
            Set.of(
                    OddsRatioInterval.WOOLF.label(),
                    OddsRatioInterval.CORNFIELD.label(),
                    OddsRatioInterval.EXACT.label()));

    private static final Set<Measure> LEFT_OUT = Set.of(Measure.PHI, Measure.YULES_Q);

    private final TwoByTwo table;
    private final double level;
    private final List<PaperTable.Row> rows = new ArrayList<>();

    TwoByTwoRows(TwoByTwo table, double level) {
        this.table = table;
        this.level = Interval.requireLevel(level);
    }

    PaperTable table() {
        TableLabels labels = table.labels();
        List<TableRow> measures = table.measures(level);
        counts(labels.exposed(), table.a(), table.b(), measures.get(0));
        counts(labels.unexposed(), table.c(), table.d(), measures.get(1));
        rows.add(new PaperTable.Row(
                PaperTable.Kind.TOTAL,
                0,
                cells(PaperCell.text("all"), table.events(), table.b() + table.d(), List.of())));
        section("Association");
        measures.subList(2, measures.size()).forEach(this::measure);
        section("Tests");
        measures.stream().filter(row -> row.measure().equals("association")).forEach(this::test);
        String exposure = labels.exposure().isEmpty() ? "exposure" : labels.exposure();
        String outcome = labels.outcome().isEmpty() ? "outcome" : labels.outcome();
        List<String> notes = new ArrayList<>();
        notes.add("Risks and their differences in percent. Interval and p-value of a row are by its method, unless it"
                + " says otherwise.");
        if (labels.leftOut() > 0) {
            notes.add(labels.leftOut() + " of " + (table.n() + labels.leftOut())
                    + (labels.leftOut() == 1 ? " people is left out: " : " people are left out: ") + exposure
                    + " or " + outcome + " is missing.");
        }
        return new PaperTable(
                exposure + " and " + outcome,
                List.of(
                        PaperTable.Column.left(exposure),
                        PaperTable.Column.right(labels.event()),
                        PaperTable.Column.right(labels.noEvent()),
                        PaperTable.Column.right("estimate (" + DisplayNumber.shortest(level * 100) + " % CI)"),
                        new PaperTable.Column(PaperCell.of(CellValue.Symbol.P), PaperTable.Align.RIGHT),
                        PaperTable.Column.left("method")),
                List.of(new PaperTable.Spanner(outcome, 1, 2)),
                rows,
                notes);
    }

    private void counts(String label, long events, long others, TableRow risk) {
        PaperCell estimate = PaperCell.of(new CellValue.Estimated(estimate(Measure.RISK, risk)));
        rows.add(new PaperTable.Row(
                PaperTable.Kind.DATA,
                0,
                cells(
                        PaperCell.text(label),
                        events,
                        others,
                        List.of(estimate, PaperCell.BLANK, PaperCell.text(risk.method())))));
    }

    private static List<PaperCell> cells(PaperCell label, long events, long others, List<PaperCell> estimate) {
        List<PaperCell> cells = new ArrayList<>(List.of(label, PaperCell.count(events), PaperCell.count(others)));
        cells.addAll(estimate.isEmpty() ? List.of(PaperCell.BLANK, PaperCell.BLANK, PaperCell.BLANK) : estimate);
        return cells;
    }

    private void section(String name) {
        List<PaperCell> cells = new ArrayList<>(java.util.Collections.nCopies(6, PaperCell.BLANK));
        cells.set(0, PaperCell.text(name));
        rows.add(new PaperTable.Row(PaperTable.Kind.SECTION, 0, cells));
    }

    private void measure(TableRow row) {
        Optional<Measure> measure = Arrays.stream(Measure.values())
                .filter(each -> each.label().equals(row.measure()) && !LEFT_OUT.contains(each))
                .filter(each -> !SHOWN.containsKey(each) || SHOWN.get(each).contains(name(row)))
                .findFirst();
        measure.ifPresent(found -> rows.add(row(row.measure(), PaperCell.of(printed(estimate(found, row))), row)));
    }

    /** As the risks are printed. */
    private static CellValue printed(Estimate estimate) {
        return estimate.measure() == Measure.RISK_DIFFERENCE
                ? new CellValue.EstimatedPercent(estimate)
                : new CellValue.Estimated(estimate);
    }

    /** The method without the reason in brackets that stands behind it where there is no value. */
    private static String name(TableRow row) {
        int reason = row.method().indexOf(" (");
        return reason < 0 ? row.method() : row.method().substring(0, reason);
    }

    private void test(TableRow row) {
        rows.add(row(row.method(), PaperCell.BLANK, row));
    }

    private static PaperTable.Row row(String label, PaperCell estimate, TableRow row) {
        boolean test = estimate.equals(PaperCell.BLANK);
        return new PaperTable.Row(
                PaperTable.Kind.DATA,
                1,
                List.of(
                        PaperCell.text(label),
                        PaperCell.BLANK,
                        PaperCell.BLANK,
                        test && !Double.isNaN(row.statistic())
                                ? PaperCell.of(new CellValue.Decimal(row.statistic(), 2))
                                : estimate,
                        PaperCell.of(new CellValue.PValue(row.pValue())),
                        PaperCell.text(test ? "" : row.method())));
    }

    private Estimate estimate(Measure measure, TableRow row) {
        Interval interval = Double.isNaN(row.confLow()) || Double.isNaN(row.confHigh())
                ? Interval.none()
                : new Interval(row.confLow(), row.confHigh(), level);
        return new Estimate(measure, row.estimate(), interval, Convention.of(row.measure(), row.method()));
    }
}
