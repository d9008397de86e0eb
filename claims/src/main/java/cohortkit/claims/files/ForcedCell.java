package cohortkit.claims.files;

import java.util.List;

/**
 * A count that a paper does not print and that what it prints leaves no choice of.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("figures.csv"), """
 *     id,where,quote,compute,printed,lower,upper,expected,note
 *     rls,abstract,39 of 182,"value(cell a, clinic)",39,,,CONSISTENT,
 *     """);
 * Files.writeString(folder.resolve("printed.csv"), """
 *     set,quantity,printed
 *     clinic,n,290
 *     clinic,exposed count,182
 *     clinic,cell a,39
 *     clinic,risk in the unexposed,9.3%
 *     """);
 * StudyFolder.open(folder).forced().get("clinic").get(1).count()   // 10
 * StudyFolder.open(folder).forced().get("clinic").get(0)           // cell b is 143: forced by n 290, exposed count 182, cell a 39
 * }</pre>
 *
 * @param cell such as "row 2 and column 1", or "cell c" of a 2x2 table
 * @param count the only one possible
 * @param by printed figures that suffice; left out is what was found to be spared, one after the other
 */
public record ForcedCell(String cell, long count, List<String> by) {

    public ForcedCell {
        by = List.copyOf(by);
    }

    /** Such as "cell c is 10: forced by n 290, exposed count 182, cell a 39, p 0.009". */
    @Override
    public String toString() {
        return cell + " is " + count + ": forced by " + String.join(", ", by);
    }
}
