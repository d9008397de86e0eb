package cohortkit.stats.regression;

import cohortkit.stats.regression.SeparationException.Infinite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a direction in which the likelihood never falls: with the logit link, a combination of the terms that is
 * not negative where the event happened and not positive where it did not; with the log link, one that is 0 where
 * there was an event and not positive elsewhere. Linear programming decides (Konis 2007, Linear programming algorithms
 * for detecting separated data in binary logistic regression models, thesis, Oxford). Rows enter the program only when
 * a direction violates them, so that its size does not grow with the data.
 */
final class Separation {

    /** Values below this are 0: columns have unit variance, directions are within 1. */
    private static final double ZERO = 1e-7;

    private static final int MOST_ROUNDS = 500;

    private final Design design;
    private final ModelFrame frame;
    private final Link link;
    private final double[][] toRaw;

    Separation(Design design, ModelFrame frame, Link link) {
        this.design = design;
        this.frame = frame;
        this.link = link;
        this.toRaw = design.basis().toRaw();
    }

    /**
     * Does nothing if the estimates are finite.
     *
     * @throws SeparationException if they are not
     */
    void refuse() {
        boolean[] separated = rows(List.of());
        int left = 0;
        for (boolean gone : separated) {
            left += gone ? 0 : 1;
        }
        if (left < separated.length) {
            throw new SeparationReport(design, frame, link).exception(infinite(), left == 0, separated);
        }
    }

    /** The rows that are predicted without error by some direction which leaves coefficient j as it is. */
    boolean[] rowsWithout(int j) {
        double[] raw = rawDirection(j);
        return rows(List.of(raw, negative(raw)));
    }

    /** The rows that some direction separates strictly while those combinations do not fall. */
    private boolean[] rows(List<double[]> held) {
        boolean[] separated = new boolean[frame.size()];
        Optional<double[]> next = direction(outcomes(separated), separated, held);
        while (next.isPresent()) {
            boolean[] before = separated.clone();
            mark(next.get(), separated);
            if (Arrays.equals(before, separated)) {
                break;
            }
            next = direction(outcomes(separated), separated, held);
        }
        return separated;
    }

    /** The terms that some direction moves, and whether each goes up, down or either way. */
    private List<Infinite> infinite() {
        boolean[] none = new boolean[frame.size()];
        List<Infinite> terms = new ArrayList<>();
        for (int j : design.formulaOrder()) {
            double[] raw = rawDirection(j);
            boolean rises = direction(raw, none, List.of()).isPresent();
            boolean falls = direction(negative(raw), none, List.of()).isPresent();
            if (rises || falls) {
                double limit = rises ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
                terms.add(new Infinite(design.column(j).name(), rises && falls ? Double.NaN : limit));
            }
        }
        return terms;
    }

    /** The combination of working coefficients that is raw coefficient j, in standard units. */
    private double[] rawDirection(int j) {
        double[] raw = toRaw[j].clone();
        double largest = Arrays.stream(raw).map(Math::abs).max().orElse(1);
        for (int k = 0; k < raw.length; k++) {
            raw[k] /= largest;
        }
        return raw;
    }

    private static double[] negative(double[] a) {
        return Arrays.stream(a).map(x -> -x).toArray();
    }

    /** The sum of the signed rows that are not yet separated. */
    private double[] outcomes(boolean[] separated) {
        int p = design.size();
        double[] objective = new double[p];
        Block block = new Block(p);
        for (int from = 0; from < frame.size(); from += Block.ROWS) {
            block.fill(design, frame, from);
            for (int i = 0; i < block.count; i++) {
                if (!separated[from + i] && canSeparate(block.outcome[i])) {
                    for (int j = 0; j < p; j++) {
                        objective[j] += sign(block.outcome[i]) * block.z[j][i];
                    }
                }
            }
        }
        return objective;
    }

    /** The best direction among those that no row which is not marked speaks against; empty if none has any worth. */
    private Optional<double[]> direction(double[] objective, boolean[] marked, List<double[]> held) {
        DirectionProgram program = new DirectionProgram(objective);
        program.addViolated(held);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<double[]> direction = program.solve();
            if (direction.isEmpty() || !program.addViolated(violated(direction.get(), marked, design.size() + 20))) {
                return direction;
            }
        }
        return Optional.empty();
    }

    private boolean canSeparate(double outcome) {
        return link == Link.LOGIT || outcome == 0;
    }

    private static int sign(double outcome) {
        return outcome > 0 ? 1 : -1;
    }

    /** The rows, signed, on which a direction would lower the likelihood most. */
    private List<double[]> violated(double[] direction, boolean[] separated, int most) {
        List<double[]> worst = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        scan(direction, (block, i, row, along) -> {
            double margin = sign(block.outcome[i]) * along;
            double loss = canSeparate(block.outcome[i]) ? -margin : Math.abs(margin);
            if (separated[row] || loss <= ZERO || (worst.size() == most && loss <= sizes.get(most - 1))) {
                return;
            }
            int at = 0;
            while (at < sizes.size() && sizes.get(at) >= loss) {
                at++;
            }
            double[] constraint = new double[direction.length];
            for (int j = 0; j < constraint.length; j++) {
                constraint[j] = along < 0 ? block.z[j][i] : -block.z[j][i];
            }
            sizes.add(at, loss);
            worst.add(at, constraint);
            if (worst.size() > most) {
                sizes.remove(most);
                worst.remove(most);
            }
        });
        return worst;
    }

    /** Marks the rows that the direction separates strictly. */
    private void mark(double[] direction, boolean[] separated) {
        scan(direction, (block, i, row, along) -> {
            if (canSeparate(block.outcome[i]) && sign(block.outcome[i]) * along > ZERO) {
                separated[row] = true;
            }
        });
    }

    private interface Visitor {
        void visit(Block block, int i, int row, double along);
    }

    private void scan(double[] direction, Visitor visitor) {
        Block block = new Block(design.size());
        for (int from = 0; from < frame.size(); from += Block.ROWS) {
            block.fill(design, frame, from);
            double[] along = block.direction(direction);
            for (int i = 0; i < block.count; i++) {
                visitor.visit(block, i, from + i, along[i]);
            }
        }
    }
}
