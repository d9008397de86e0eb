package cohortkit.stats.regression;

import java.util.function.Consumer;

/** A likelihood whose rows come in parts, each pass anew. */
final class PartLikelihood implements Surface {

    private final Regression model;
    private final Basis basis;
    private final Consumer<Consumer<PartRows>> parts;

    PartLikelihood(Regression model, Basis basis, Consumer<Consumer<PartRows>> parts) {
        this.model = model;
        this.basis = basis;
        this.parts = parts;
    }

    @Override
    public Accumulator at(double[] coefficients) {
        return sums(coefficients, Pass.INFORMATION);
    }

    @Override
    public Accumulator slopes(double[] coefficients) {
        return sums(coefficients, Pass.SLOPES);
    }

    /** Here it is the reading that takes the time. */
    @Override
    public boolean isLong() {
        return false;
    }

    private Accumulator sums(double[] coefficients, Pass pass) {
        Accumulator total = new Accumulator(model.family(), model.link(), basis.size(), pass);
        parts.accept(part ->
                Chunks.inOrder(part.size(), (from, to) -> chunk(part, coefficients, pass, from, to), total::merge));
        return total;
    }

    private Accumulator chunk(PartRows part, double[] coefficients, Pass pass, int from, int to) {
        Accumulator sums = new Accumulator(model.family(), model.link(), basis.size(), pass);
        Block block = new Block(basis.size());
        for (int row = from; row < to && sums.isPossible(); row += Block.ROWS) {
            part.fill(block, basis, row);
            block.predict(coefficients);
            sums.add(block);
        }
        return sums;
    }

    @Override
    public double unit(double deviance) {
        return 1;
    }
}
