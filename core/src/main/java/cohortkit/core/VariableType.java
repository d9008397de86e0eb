package cohortkit.core;

/**
 * What kind of values a variable takes.
 *
 * <pre>{@code
 * patients.variable("age").type()   // NUMBER
 * patients.variable("rls").type()   // CATEGORY
 * }</pre>
 */
public enum VariableType {
    /** A measured number. */
    NUMBER,
    /** One of a fixed list of levels. */
    CATEGORY,
    /** A calendar day. */
    DATE,
    /** Free text. */
    TEXT,
    /** Names a participant: present in every row and never twice. Kept as text, leading zeros included. */
    IDENTIFIER
}
