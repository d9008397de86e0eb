package cohortkit.claims.files;

import cohortkit.claims.Figure;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedBound;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.robustness.Claim;
import cohortkit.claims.robustness.Claim.Side;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.Optional;

/**
 * What a figure claims: its statement; else the side of no association on which its printed limits lie, or its number where
 * no limits are printed; of a p-value, the printed bound, or the side of 0.05.
 */
final class FigureClaim {

    private static final double SIGNIFICANT = 0.05;

    private final Figure figure;
    private final Association association;

    private FigureClaim(Figure figure, Association association) {
        this.figure = figure;
        this.association = association;
    }

    /**
     * The claim of a figure.
     *
     * @throws InputException if it claims nothing, or the digits leave open what
     */
    static Claim of(Figure figure, Optional<Statement> statement, Association association) {
        FigureClaim claim = new FigureClaim(figure, association);
        if (statement.isPresent()) {
            return claim.stated(statement.get());
        }
        Printed printed = figure.printed().orElseThrow(() -> claim.unclear("prints no number and states nothing"));
        return association.measure().isPresent()
                ? claim.ofMeasure(association.measure().get(), printed)
                : claim.ofTest(printed);
    }

    private InputException unclear(String why) {
        return new InputException("figure '" + figure.id() + "' " + why
                + ", so that it is not clear what it claims; name a claim, such as >1");
    }

    private Claim stated(Statement statement) {
        boolean isOfPValue = association.measure().isEmpty();
        double number = association.isLog() ? Math.exp(statement.number()) : statement.number();
        return switch (statement.relation()) {
            case GREATER, AT_LEAST -> new Claim(isOfPValue, Side.ABOVE, number);
            case LESS, AT_MOST -> new Claim(isOfPValue, Side.BELOW, number);
            case INCLUDES -> new Claim(isOfPValue, Side.AROUND, number);
            case EXCLUDES -> throw unclear("states on neither side of " + statement.number());
        };
    }

    private Claim ofTest(Printed p) {
        PrintedRange range = p.range();
        if (p instanceof PrintedBound) {
            return Double.isFinite(range.upper())
                    ? new Claim(true, Side.BELOW, range.upper())
                    : new Claim(true, Side.ABOVE, range.lower());
        }
        if (range.upper() <= SIGNIFICANT) {
            return new Claim(true, Side.BELOW, SIGNIFICANT);
        }
        if (range.lower() >= SIGNIFICANT) {
            return new Claim(true, Side.ABOVE, SIGNIFICANT);
        }
        throw unclear("prints a p-value that may be on either side of " + SIGNIFICANT);
    }

    private Claim ofMeasure(Measure measure, Printed printed) {
        double nothing = association.isLog() ? 0 : measure.nullValue();
        PrintedRange lower = figure.lower().orElse(printed).range();
        PrintedRange upper = figure.upper().orElse(printed).range();
        if (lower.lower() >= nothing) {
            return new Claim(false, Side.ABOVE, measure.nullValue());
        }
        if (upper.upper() <= nothing) {
            return new Claim(false, Side.BELOW, measure.nullValue());
        }
        if (figure.lower().isPresent()
                && figure.upper().isPresent()
                && lower.upper() <= nothing
                && upper.lower() >= nothing) {
            return new Claim(false, Side.AROUND, measure.nullValue());
        }
        throw unclear("prints " + figure.asPrinted() + ", which may be on either side of no association");
    }
}
