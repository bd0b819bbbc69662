package io.github.genaigate.statistics.simulation;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine: nothing but {@code StrictMath} between the seed and the draw. */
final class Draw {

    private final SplittableRandom random;
    private double spare = Double.NaN;

    Draw(SplittableRandom random) {
        this.random = random;
    }

    double uniform() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double exponential(double mean) {
        return -StrictMath.log(1 - random.nextDouble()) * mean;
    }

    /** By the polar method of Marsaglia. */
    double gauss() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * scale;
                return x * scale;
            }
        }
    }

    /** How many events of a Poisson process of this mean. */
    int poisson(double mean) {
        int events = 0;
        for (double time = exponential(1); time < mean; time += exponential(1)) {
            events++;
        }
        return events;
    }
}
