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
    /** A time of day, to the millisecond, without a zone. A span of time is a number with a unit. */
    TIME,
    /** A calendar day with a time of day, to the millisecond, without a zone. */
    DATETIME,
    /** Free text. */
    TEXT,
    /** Names a participant: present in every row and never twice. Kept as text, leading zeros included. */
    IDENTIFIER
}
