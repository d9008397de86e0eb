package cohortkit.claims.files;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Finding;
import cohortkit.claims.PairedChange;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Quantity;
import cohortkit.claims.RatioOfPrinted;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is computed from printed numbers alone. */
final class PrintedFunctions {

    static final Map<String, ComputeFunction> ALL = Map.of(
            "value", PrintedFunctions::value,
            "integersOf", PrintedFunctions::integersOf,
            "integersUpTo", PrintedFunctions::integersUpTo,
            "riskRatioOf", call -> ratio(call, "riskRatioOf", Measure.RISK_RATIO, RatioOfPrinted::riskRatio),
            "oddsRatioOf", call -> ratio(call, "oddsRatioOf", Measure.ODDS_RATIO, RatioOfPrinted::oddsRatio),
            "riskDifferenceOf",
                    call -> ratio(call, "riskDifferenceOf", Measure.RISK_DIFFERENCE, RatioOfPrinted::riskDifference),
            "pairedChange", PrintedFunctions::pairedChange,
            "notCheckable", PrintedFunctions::notCheckable);

    private PrintedFunctions() {}

    private static Finding value(Call call) {
        String form = "value(QUANTITY, SET), such as value(risk in the exposed, SET)";
        call.requireSize(2, form);
        Optional<PrintedTable> shaped = call.printedTable(1);
        if (shaped.isPresent()) {
            return call.calculated(shaped.get().value(call.text(0, form)));
        }
        Quantity quantity = Quantity.parse(call.text(0, form));
        String set = call.text(1, form);
        FeasibleTables tables = call.printedSet(1)
                .orElseThrow(() -> new InputException("printed.csv has no set '" + set + "'; it is written " + form));
        Convention convention = Convention.of(quantity.label(), "");
        return call.finding(
                tables, table -> Estimate.withoutInterval(quantity.measure(), quantity.value(table), convention));
    }

    private static Finding integersOf(Call call) {
        call.requireSize(1, "integersOf(PEOPLE)");
        return call.calculated(Finding.integers(whole(call, 0, "integersOf(PEOPLE)")));
    }

    private static Finding integersUpTo(Call call) {
        call.requireSize(1, "integersUpTo(MOST PEOPLE)");
        return call.calculated(Finding.integersUpTo(whole(call, 0, "integersUpTo(MOST PEOPLE)")));
    }

    private static long whole(Call call, int i, String form) {
        double x = call.number(i, form);
        if (x != Math.rint(x) || Math.abs(x) > 1e15) {
            throw new InputException("'" + call.text(i, form) + "' is not a whole number; it is written " + form);
        }
        return (long) x;
    }

    private static Finding ratio(
            Call call, String name, Measure measure, Function<RatioOfPrinted, PrintedRange> range) {
        String form = name + "(SHARE, SHARE), such as " + name + "(35%, 16%)";
        call.requireSize(2, form);
        PrintedRange found = range.apply(RatioOfPrinted.of(call.text(0, form), call.text(1, form)));
        return call.calculated(Finding.overRange(
                EvidenceLevel.ARITHMETIC,
                measure,
                found.lower(),
                found.upper(),
                Convention.of("two printed shares, over their rounding", "")));
    }

    private static Finding pairedChange(Call call) {
        String form = "pairedChange(MEAN, SD, MEAN, SD, PAIRS)";
        call.requireSize(5, form);
        return call.calculated(Finding.paired(new PairedChange(
                call.number(0, form),
                call.number(1, form),
                call.number(2, form),
                call.number(3, form),
                whole(call, 4, form))));
    }

    private static Finding notCheckable(Call call) {
        String form = "notCheckable('REASON')";
        call.requireSize(1, form);
        return call.calculated(Finding.notCheckable(call.text(0, form)));
    }
}
