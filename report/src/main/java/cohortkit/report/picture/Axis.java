package cohortkit.report.picture;

import cohortkit.core.DisplayNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Where values stand on a picture.
 *
 * @param log whether equal ratios are equally far apart
 * @param low the value at the start
 * @param high the value at the end
 * @param from pixels at the start
 * @param to pixels at the end
 */
record Axis(boolean log, double low, double high, double from, double to) {

    private static final double[] STEPS = {1, 2, 5};

    /** The place of a value within the axis, ends included; values beyond stand at the ends. */
    double at(double value) {
        double share = (scaled(value) - scaled(low)) / (scaled(high) - scaled(low));
        return from + Math.min(1, Math.max(0, share)) * (to - from);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    private double scaled(double value) {
        return log ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    /** Round values, at least four on a linear axis. */
    List<Double> ticks() {
        return log ? logTicks() : linearTicks();
    }

    private List<Double> linearTicks() {
        double most = (high - low) / 4;
        double unit = Math.pow(10, Math.floor(Math.log10(most)));
        double step = unit;
        for (double factor : STEPS) {
            step = unit * factor <= most ? unit * factor : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Powers of ten, with 2 and 5 between them where there is room for the words. */
    private List<Double> logTicks() {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        boolean between = last - first <= 4;
        int stride = Math.max(1, (last - first) / 7);
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            for (double factor : between ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = Double.parseDouble((int) factor + "e" + exponent);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** The words below a tick. */
    static String words(double tick) {
        return DisplayNumber.shortest(
                Math.abs(tick) < 1e-12 ? 0 : Double.parseDouble(DisplayNumber.significant(tick, 4)));
    }
}
