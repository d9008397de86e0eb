package cohortkit.claims;

/**
 * What a paper prints of a table.
 *
 * <pre>{@code
 * Constraint.of(Quantity.RISK_EXPOSED, "35%")   // risk in the exposed 35%
 * }</pre>
 *
 * @param quantity of what
 * @param printed the figure
 */
public record Constraint(Quantity quantity, Printed printed) {

    /** Checks the unit; an error if a share is above 1 without a percent sign, or a count has one. */
    public Constraint {
        quantity.require(printed);
    }

    /** From the text as it is printed. */
    public static Constraint of(Quantity quantity, String printed) {
        return new Constraint(quantity, Printed.parse(printed));
    }

    /** Such as "risk in the exposed 35%". */
    @Override
    public String toString() {
        return quantity.label() + " " + printed;
    }
}
