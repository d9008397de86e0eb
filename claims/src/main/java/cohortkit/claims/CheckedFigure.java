package cohortkit.claims;

import java.util.OptionalDouble;

/**
 * A published figure with what was found and the verdict on it.
 *
 * <pre>{@code
 * var checked = Study.named("dialysis").verify().figures().get(0);
 * checked.verdict().kind()   // CONSISTENT
 * checked.asDeclared()       // true
 * }</pre>
 *
 * @param study the study's name
 * @param figure as published
 * @param finding what its computation answered
 * @param verdict what may be said of the figure
 */
public record CheckedFigure(String study, Figure figure, Finding finding, Verdict verdict) {

    /** Whether the verdict is the one that the study declares. */
    public boolean asDeclared() {
        return verdict.kind() == figure.expected();
    }

    /**
     * The computed value or range in the unit of the printed figure and with two digits more, such as "2.170 (1.348 to
     * 3.494)"; the finding's own text where the figure is words.
     */
    public String computed() {
        OptionalDouble value = finding.value();
        if (figure.printed().isEmpty() || (value.isEmpty() && finding.lower().isEmpty())) {
            return finding.text();
        }
        Printed printed = figure.printed().get();
        String limits = finding.lower().isEmpty() || finding.upper().isEmpty()
                ? ""
                : printed.beside(finding.lower().getAsDouble()) + " to "
                        + printed.beside(finding.upper().getAsDouble());
        if (value.isEmpty()) {
            return limits;
        }
        String number = printed.beside(value.getAsDouble());
        boolean single =
                finding.lower().equals(finding.upper()) && finding.lower().equals(value);
        return limits.isEmpty() || single ? number : number + " (" + limits + ")";
    }

    /** One line, such as "dialysis rr: printed 2.2, POSSIBLE: 3 of 17 tables print as 2.2". */
    @Override
    public String toString() {
        return study + " " + figure.id() + ": printed " + figure.asPrinted() + ", " + verdict.kind() + ": "
                + verdict.reason();
    }
}
