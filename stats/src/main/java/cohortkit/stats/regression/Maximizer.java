package cohortkit.stats.regression;

import java.util.Optional;
import java.util.function.Supplier;

/** Finds the maximum of a model's likelihood, by the second way if the first fails. */
final class Maximizer {

    private final Regression model;
    private final ModelFrame frame;
    private Rescue rescue = Rescue.NONE;

    Maximizer(Regression model, ModelFrame frame) {
        this.model = model;
        this.frame = frame;
    }

    /** What the last maximum took. */
    Rescue rescue() {
        return rescue;
    }

    Solution maximize(Likelihood of, Design with) {
        rescue = Rescue.NONE;
        Runnable atEdge = () -> {
            if (model.link() != Link.IDENTITY) {
                new Separation(with, frame, model.link()).refuse();
            }
        };
        double[] flat = with.basis().flat(with.hasConstant() ? constant() : 0);
        return named(() -> {
            if (!BoundaryLikelihood.appliesTo(model)) {
                return new Newton(of, atEdge).maximize(nearby(of, flat));
            }
            BoundaryLikelihood closed = new BoundaryLikelihood(model, with, frame);
            double[] start = model.link() == Link.LOG ? new PossibleStart(with, frame).of(closed, flat) : flat;
            try {
                Solution solution = new Newton(new Patience(of), atEdge).maximize(start);
                return BoundarySearch.isMaximum(closed.at(solution.coefficients()))
                        ? solution
                        : byNewton(of, closed, start);
            } catch (ConvergenceException e) {
                atEdge.run();
                return byNewton(of, closed, start);
            }
        });
    }

    private Solution byNewton(Likelihood of, BoundaryLikelihood closed, double[] start) {
        BoundaryMaximum maximum = BoundarySearch.maximize(closed, start);
        if (!maximum.isInside()) {
            throw new BoundaryException(closed, maximum);
        }
        rescue = Rescue.NEWTON;
        return new Newton(of, () -> {}).maximize(maximum.coefficients());
    }

    /** A maximum, or an error that names the model. */
    <T> T named(Supplier<T> maximum) {
        try {
            return maximum.get();
        } catch (BoundaryException e) {
            throw e;
        } catch (ConvergenceException e) {
            throw new ConvergenceException(model.model().label() + " regression of "
                    + model.formula().outcome() + " did not converge: " + e.getMessage() + hint());
        }
    }

    private String hint() {
        return switch (model.model()) {
            case LOG_BINOMIAL -> "; its maximum may lie where a risk is 1. Use a logistic or a poisson-robust model";
            case RISK_DIFFERENCE ->
                "; its maximum may lie where a risk is 0 or 1. Leave a term out or use another model";
            default -> "; check the scale of the variables and offsets";
        };
    }

    /** The maximum of a sample of the rows, where steps on it save steps on all of them and cannot lead astray. */
    private double[] nearby(Likelihood of, double[] flat) {
        return Optional.of(of)
                .filter(all -> model.model().isCanonical())
                .flatMap(Likelihood::sample)
                .flatMap(sample -> new Newton(sample, () -> {}).approach(flat, of, of.rowsFor(sample)))
                .orElse(flat);
    }

    /** The constant that gives the mean of the outcome, offsets taken into account. */
    private double constant() {
        Link link = model.link();
        if (model.formula().offsets().isEmpty()) {
            return link.eta(frame.meanOutcome());
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < frame.size(); i++) {
            sum += frame.weights()[i] * link.mean(frame.offset()[i]);
            total += frame.weights()[i];
        }
        return link.eta(frame.meanOutcome()) - link.eta(sum / total);
    }
}
