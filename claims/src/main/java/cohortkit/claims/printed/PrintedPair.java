package cohortkit.claims.printed;

import cohortkit.claims.Printed;

/**
 * Two numbers that are compared.
 *
 * <pre>{@code
 * ((PrintedPair) PrintedFigure.parse("35% vs 16%")).second()   // 16%
 * }</pre>
 *
 * @param leading the first
 * @param second the other
 */
public record PrintedPair(Printed leading, Printed second) implements PrintedFigure {

    @Override
    public String toString() {
        return leading + " vs " + second;
    }
}
