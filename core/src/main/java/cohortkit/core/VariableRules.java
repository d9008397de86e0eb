package cohortkit.core;

import java.util.List;
import java.util.Optional;

/**
 * What a codebook asks of a variable's values beyond type, levels and range. An import names each value that breaks a
 * rule; it keeps the value.
 *
 * <pre>{@code
 * var delivery = Variable.date("delivery", "Delivery").asRequired().withCheck("delivery >= lmp");
 * delivery.rules().checks()                                                   // [delivery >= lmp]
 * Variable.number("weeks", "").withAskedIf("pregnant = 'yes'").rules().askedIf()   // Optional[pregnant = 'yes']
 * }</pre>
 *
 * @param required whether a value or a declared missing code must stand in every row
 * @param askedIf when the variable is asked; empty: always
 * @param checks what holds in every row where it can be decided
 */
public record VariableRules(boolean required, Optional<Condition> askedIf, List<Condition> checks) {

    /** No rules. */
    public static final VariableRules NONE = new VariableRules(false, Optional.empty(), List.of());

    public VariableRules {
        checks = List.copyOf(checks);
    }
}
