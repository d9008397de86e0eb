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
        Accumulator total = new Accumulator(model.family(), model.link(), basis.size());
        parts.accept(
                part -> Chunks.inOrder(part.size(), (from, to) -> chunk(part, coefficients, from, to), total::merge));
        return total;
    }

    private Accumulator chunk(PartRows part, double[] coefficients, int from, int to) {
        Accumulator sums = new Accumulator(model.family(), model.link(), basis.size());
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
