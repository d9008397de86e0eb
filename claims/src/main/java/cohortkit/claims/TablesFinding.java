package cohortkit.claims;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** An estimate of each feasible table. */
final class TablesFinding implements Finding {

    private final FeasibleTables tables;
    private final Function<TwoByTwo, Estimate> estimate;
    private final Optional<PrintedRange> range;
    private final Optional<Estimate> first;
    private final long undefined;

    TablesFinding(FeasibleTables tables, Function<TwoByTwo, Estimate> estimate) {
        this.tables = tables;
        this.estimate = estimate;
        first = tables.tables().stream().findFirst().map(estimate);
        undefined = tables.tables().stream().filter(t -> Double.isNaN(value(t))).count();
        range = undefined == tables.size() ? Optional.empty() : Optional.of(tables.range(this::value));
    }

    private double value(TwoByTwo table) {
        return estimate.apply(table).value();
    }

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.FEASIBLE_SET;
    }

    @Override
    public OptionalDouble value() {
        return range.filter(PrintedRange::isSingle)
                .map(r -> OptionalDouble.of(r.lower()))
                .orElse(OptionalDouble.empty());
    }

    @Override
    public OptionalDouble lower() {
        return range.map(r -> OptionalDouble.of(r.lower())).orElse(OptionalDouble.empty());
    }

    @Override
    public OptionalDouble upper() {
        return range.map(r -> OptionalDouble.of(r.upper())).orElse(OptionalDouble.empty());
    }

    @Override
    public String text() {
        if (tables.isEmpty()) {
            return "no table";
        }
        String values = range.map(r -> RangeFinding.text(measure(), r.lower(), r.upper()))
                .orElse("undefined");
        String rest = undefined > 0 && range.isPresent() ? ", undefined in " + undefined : "";
        return values + " over " + TablesStatement.counted(tables.size()) + rest;
    }

    private Measure measure() {
        return first.map(Estimate::measure).orElse(Measure.COUNT);
    }

    @Override
    public String convention() {
        String estimator =
                first.map(Estimate::convention).map(Convention::toString).orElse("");
        return (estimator.isEmpty() ? "" : estimator + "; ") + "every table: " + tables;
    }

    @Override
    public Verdict verdict(Figure figure) {
        if (tables.isEmpty()) {
            return new Verdict.Contradicted(tables.noTable());
        }
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no number to hold against " + text());
        }
        long agreeing = tables.tables().stream()
                .filter(table -> EstimateFinding.differences(figure, estimate.apply(table))
                        .isEmpty())
                .count();
        String printed = figure.asPrinted();
        return TablesStatement.verdict(agreeing, tables, "prints as " + printed, "print as " + printed, text());
    }
}
