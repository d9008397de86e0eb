package cohortkit.stats.power;

import cohortkit.core.InputException;

/** Checks of the numbers that a design is given. */
final class Shares {

    private Shares() {}

    static double require(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new InputException(name + " must be in [0, 1], such as 0.14 for 14 %; was " + share);
        }
        return share;
    }

    static double requireOpen(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new InputException(name + " must be in (0, 1), such as 0.8 for 80 %; was " + share);
        }
        return share;
    }

    static double requirePositive(String name, double x) {
        if (!(x > 0 && Double.isFinite(x))) {
            throw new InputException(name + " must be above 0; was " + x);
        }
        return x;
    }
}
