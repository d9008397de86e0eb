package cohortkit.stats.regression;

/** Each row's score and share of the information at the estimate. */
final class RowScores {

    /** What is done with a row. */
    interface Visitor {

        /**
         * Takes a row.
         *
         * @param row among the analyzed rows
         * @param z its working columns; reused
         * @param score the derivative of its log likelihood, weight included, by its linear predictor
         * @param information its share of the information, weight included
         */
        void visit(int row, double[] z, double score, double information);
    }

    /** What is done with a row whose linear predictor is known. */
    interface Predicted {
        void accept(int row, double[] z, double eta);
    }

    private RowScores() {}

    static void visit(Estimation estimation, Visitor visitor) {
        ModelFrame frame = estimation.frame();
        Family family = estimation.model().family();
        Link link = estimation.model().link();
        etas(estimation.design(), frame, estimation.solution().coefficients(), (row, z, eta) -> {
            double mean = link.mean(eta);
            double complement = link.complement(eta);
            double slope = link.slope(mean, complement);
            double share = frame.weights()[row] * slope / family.variance(mean, complement);
            double residual = family.residual(frame.outcome()[row], mean, complement);
            visitor.visit(row, z, share * residual, share * slope);
        });
    }

    /** Each row's linear predictor, offset included. */
    static void etas(Design design, ModelFrame frame, double[] coefficients, Predicted visitor) {
        int p = coefficients.length;
        double[][] columns = new double[p][Block.ROWS];
        double[] z = new double[p];
        for (int from = 0; from < frame.size(); from += Block.ROWS) {
            int count = Math.min(Block.ROWS, frame.size() - from);
            design.fill(columns, from, count);
            for (int i = 0; i < count; i++) {
                double eta = frame.offset()[from + i];
                for (int j = 0; j < p; j++) {
                    z[j] = columns[j][i];
                    eta += coefficients[j] * z[j];
                }
                visitor.accept(from + i, z, eta);
            }
        }
    }
}
