package cohortkit.claims;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a computation answers to a published figure: at which level of evidence, which value, by which convention. Put
 * beside the figure it gives a {@link Verdict}.
 *
 * <pre>{@code
 * Finding.fromRows(table.riskRatio()).text()                          // "2.17 (95 % CI 1.35 to 3.49; log Wald)"
 * Finding.integers(203).level()                                       // FEASIBLE_SET
 * Finding.notCheckable("the abstract prints no odds ratio").level()   // NONE
 * var tables = FeasibleTables.of(333,
 *         Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
 *         Constraint.of(Quantity.RISK_EXPOSED, "35%"),
 *         Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));
 * var risks = Finding.overTables(tables, Measure.RISK_RATIO, table -> table.riskRatio().value());
 * risks.text()   // "2.12 to 2.24 over 6 tables"
 * }</pre>
 */
public sealed interface Finding
        permits EstimateFinding,
                TablesFinding,
                TablesStatement,
                RangeFinding,
                IntegersFinding,
                DenominatorsFinding,
                PairedFinding,
                ReconstructedFinding,
                WitnessFinding,
                NoFinding {

    /** An estimate from individual records. */
    static Finding fromRows(Estimate estimate) {
        return EstimateFinding.printed(EvidenceLevel.ROWS, estimate);
    }

    /** An estimate from real counts, published or aggregated. */
    static Finding fromCounts(Estimate estimate) {
        return EstimateFinding.printed(EvidenceLevel.COUNTS, estimate);
    }

    /**
     * For a figure in words, such as "not associated": whether an estimate agrees with them. True from rows or counts
     * is REPRODUCED, true of a lesser level CONSISTENT, false CONTRADICTED.
     *
     * @throws cohortkit.core.InputException if the level is {@link EvidenceLevel#NONE}
     */
    static Finding statement(EvidenceLevel level, Estimate estimate, Predicate<Estimate> holds) {
        return EstimateFinding.statement(level, estimate, holds);
    }

    /**
     * A value that each feasible table has: CONSISTENT if all are printed so, POSSIBLE if some, CONTRADICTED if none or
     * if there is no such table.
     */
    static Finding overTables(FeasibleTables tables, Measure measure, ToDoubleFunction<TwoByTwo> value) {
        Convention convention = Convention.of(measure.label(), "");
        return new TablesFinding(
                tables, table -> Estimate.withoutInterval(measure, value.applyAsDouble(table), convention));
    }

    /** The same with the limits of each table's estimate, for a figure that prints limits too. */
    static Finding overTables(FeasibleTables tables, Function<TwoByTwo, Estimate> estimate) {
        return new TablesFinding(tables, estimate);
    }

    /** For a figure in words, such as "more often": of how many feasible tables they are true. */
    static Finding statement(FeasibleTables tables, Predicate<TwoByTwo> holds) {
        return new TablesStatement(tables, holds);
    }

    /**
     * A value of which only the range is known: CONSISTENT if all of it is printed so, POSSIBLE if some, CONTRADICTED
     * if none.
     *
     * @param lowest on the measure's own scale, not above {@code highest}
     * @throws cohortkit.core.InputException if an end is NaN or they are the wrong way round
     */
    static Finding overRange(
            EvidenceLevel level, Measure measure, double lowest, double highest, Convention convention) {
        return new RangeFinding(level, measure, lowest, highest, convention, printed -> true);
    }

    /**
     * The same of a set of tables, in which not every value between the lowest and the highest need occur: POSSIBLE only if
     * a table is printed as the figure, else CONTRADICTED.
     *
     * @param occurs whether a table of the set is printed so
     */
    static Finding overSet(
            EvidenceLevel level,
            Measure measure,
            PrintedRange range,
            Convention convention,
            Predicate<Printed> occurs) {
        return new RangeFinding(level, measure, range.lower(), range.upper(), convention, occurs);
    }

    /**
     * Which counts out of a known denominator are printed as the figure's share (the GRIM test of Brown and Heathers
     * 2017, Soc Psychol Personal Sci, for percentages): CONSISTENT if there are any, CONTRADICTED if none.
     *
     * @throws cohortkit.core.InputException if the denominator is not positive
     */
    static Finding integers(long denominator) {
        return IntegersFinding.of(denominator);
    }

    /**
     * For a share of an unknown number of people: CONSISTENT if every denominator up to the largest has a count that is
     * printed so, POSSIBLE if some have, CONTRADICTED if none.
     *
     * @throws cohortkit.core.InputException if the largest is not positive
     */
    static Finding integersUpTo(long largestDenominator) {
        return new DenominatorsFinding(largestDenominator);
    }

    /**
     * For the p-value of a paired change: CONSISTENT if every correlation of before and after gives it, POSSIBLE if some
     * do, CONTRADICTED if none.
     */
    static Finding paired(PairedChange change) {
        return new PairedFinding(change, Optional.empty());
    }

    /**
     * An estimate from a workbook that was reconstructed from published totals, with the evidence that those totals are:
     * the verdict is the evidence's, and CONTRADICTED where the workbook does not print so.
     */
    static Finding reconstructed(Estimate workbook, Finding evidence) {
        return new ReconstructedFinding(workbook, evidence);
    }

    /**
     * An estimate from an invented data set, where a paper prints too little to bound the figure: POSSIBLE if the data
     * set has it, NOT_CHECKABLE if not.
     */
    static Finding witness(Estimate invented) {
        return new WitnessFinding(invented);
    }

    /** There is nothing to check the figure against. */
    static Finding notCheckable(String reason) {
        return new NoFinding(reason);
    }

    /** What was checked against. */
    EvidenceLevel level();

    /** The one value, on the measure's own scale; empty where a range or nothing is known. */
    default OptionalDouble value() {
        return OptionalDouble.empty();
    }

    /** The lower limit of the value's interval, or the lowest feasible value. */
    default OptionalDouble lower() {
        return OptionalDouble.empty();
    }

    /** The upper limit of the value's interval, or the highest feasible value. */
    default OptionalDouble upper() {
        return OptionalDouble.empty();
    }

    /**
     * The one estimate that {@link #value} and its limits are of, from data or from an invented data set; empty where a range
     * or nothing is known.
     */
    default Optional<Estimate> estimated() {
        return Optional.empty();
    }

    /** In short, such as "2.17 (95 % CI 1.35 to 3.49; log Wald)". */
    String text();

    /** How it was computed. */
    String convention();

    /**
     * The verdict on a figure.
     *
     * @throws cohortkit.core.InputException if the figure prints limits that this finding cannot be held against
     */
    Verdict verdict(Figure figure);

    /** This finding with what follows from the figure's own digits; most findings do not depend on them. */
    default Finding about(Figure figure) {
        return this;
    }
}
