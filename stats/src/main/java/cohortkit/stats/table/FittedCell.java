package cohortkit.stats.table;

/**
 * The value of cell a at which a table with given margins has a given odds ratio. Cornfield 1956, Proc Third Berkeley
 * Symp 4:135.
 */
final class FittedCell {

    private FittedCell() {}

    static double of(TwoByTwo table, double psi) {
        return at((double) table.exposed(), (double) table.unexposed(), (double) table.events(), psi);
    }

    /** Root of {@code E (n0 - m + E) = psi (n1 - E)(m - E)}, in the form that loses no digits. */
    static double at(double n1, double n0, double m, double psi) {
        double b = n0 - m + psi * (n1 + m);
        double linear = n0 * n1 + m * (n0 + n1 - m);
        double root = Math.sqrt(psi * psi * (n1 - m) * (n1 - m) + 2 * psi * linear + (n0 - m) * (n0 - m));
        return b >= 0 ? 2 * psi * n1 * m / (b + root) : (root - b) / (2 * (1 - psi));
    }
}
