package cohortkit.report;

/**
 * Number styles with a name, after the journals' instructions to authors.
 *
 * <pre>{@code
 * Journal.NEJM.style().pValue(0.0212)     // "0.02"
 * Journal.LANCET.style().pValue(0.0212)   // "0·021"
 * }</pre>
 */
public enum Journal {
    /** Cohortkit's own: 0.0212 is 0.021, limits "1.35 to 3.49", percentages with one decimal. */
    PLAIN,
    /** The New England Journal of Medicine: P with two decimals, three below 0.01, limits with "to". */
    NEJM,
    /** The Lancet: raised points, p with two significant digits, limits with a dash. */
    LANCET,
    /** JAMA: no zero before the point of a P, limits with a dash. */
    JAMA,
    /** Decimal commas, for journals in most European languages. */
    COMMA;

    /** The style. */
    public JournalStyle style() {
        return switch (this) {
            case PLAIN -> new JournalStyle(".", " to ", PValueStyle.PLAIN, "p", 1, 2);
            case NEJM -> new JournalStyle(".", " to ", PValueStyle.NEJM, "P", 1, 2);
            case LANCET -> new JournalStyle("·", "–", PValueStyle.LANCET, "p", 1, 2);
            case JAMA -> new JournalStyle(".", "–", PValueStyle.JAMA, "P", 1, 2);
            case COMMA -> new JournalStyle(",", " to ", PValueStyle.PLAIN, "p", 1, 2);
        };
    }
}
