package cohortkit.stats.regression;

/** A likelihood that gives up after so many points that the model does not allow: its maximum lies at their edge. */
final class Patience implements Surface {

    private static final int MOST_IMPOSSIBLE = 60;

    private final Surface likelihood;
    private int impossible;

    Patience(Surface likelihood) {
        this.likelihood = likelihood;
    }

    @Override
    public Accumulator at(double[] coefficients) {
        return counted(likelihood.at(coefficients));
    }

    @Override
    public Accumulator slopes(double[] coefficients) {
        return counted(likelihood.slopes(coefficients));
    }

    private Accumulator counted(Accumulator sums) {
        if (!sums.isPossible() && ++impossible > MOST_IMPOSSIBLE) {
            throw new ConvergenceException("the steps lead again and again to what the model does not allow");
        }
        return sums;
    }

    @Override
    public boolean isLong() {
        return likelihood.isLong();
    }

    @Override
    public double unit(double deviance) {
        return likelihood.unit(deviance);
    }
}
