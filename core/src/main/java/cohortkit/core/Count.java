package cohortkit.core;

/**
 * How many of a thing, in words: "1 row", "2 rows".
 *
 * <pre>{@code
 * Count.of(1, "row")                  // 1 row
 * Count.of(3, "stratum", "strata")    // 3 strata
 * }</pre>
 *
 * @param number how many
 * @param one the noun of one
 * @param many the noun of any other number
 */
public record Count(long number, String one, String many) {

    /** Of a noun whose plural ends in s. */
    public static Count of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Of any noun. */
    public static Count of(long number, String one, String many) {
        return new Count(number, one, many);
    }

    /** The number and its noun. */
    @Override
    public String toString() {
        return number + " " + (number == 1 ? one : many);
    }
}
