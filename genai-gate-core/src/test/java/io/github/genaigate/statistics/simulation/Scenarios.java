package io.github.genaigate.statistics.simulation;

import static io.github.genaigate.statistics.simulation.Scenario.inTime;
import static io.github.genaigate.statistics.simulation.Scenario.ofRepeats;

import java.util.List;

/** The runs that are simulated. */
final class Scenarios {

    private Scenarios() {}

    static final List<Scenario> INDEPENDENT = List.of(
            inTime("200 requests in 50 bins", Source.independent(4), 50, "5 %"),
            inTime("400 requests in 100 bins", Source.independent(4), 100, "5 %"),
            inTime("1 000 requests in 10 bins", Source.independent(100), 10, "5 %"),
            inTime("1 000 requests in 100 bins", Source.independent(10), 100, "5 %"),
            inTime("3 000 requests in 600 bins, Pareto latencies", Source.heavyTailed(5), 600, "5 %"),
            inTime("about 2 000 arrivals in 1 000 bins, some empty", Source.arriving(2), 1_000, "5 %"),
            inTime("10 000 requests in 1 000 bins", Source.independent(10), 1_000, "5 %"),
            inTime("1 000 requests in 100 bins", Source.independent(10), 100, "1 %"),
            inTime("5 000 requests in 500 bins", Source.independent(10), 500, "1 %"),
            inTime("20 000 requests in 1 000 bins", Source.independent(20), 1_000, "1 %"),
            inTime("share drifts from 0 to twice the mean, 100 bins of 10", Source.drifting(10), 100, "5 %"),
            inTime("share drifts from 0 to twice the mean, 600 bins of 10", Source.drifting(10), 600, "5 %"),
            inTime("all failures in the last half, 300 bins of 10", Source.stepping(10), 300, "5 %"));

    static final List<Scenario> DEPENDENT = List.of(
            inTime("autoregressive 0.3, 60 bins of 6", Source.autoregressive(6, 0.3), 60, "5 %"),
            inTime("autoregressive 0.5, 60 bins of 7", Source.autoregressive(7, 0.5), 60, "5 %"),
            inTime("autoregressive 0.5, 420 bins of 1", Source.autoregressive(1, 0.5), 420, "5 %"),
            inTime("autoregressive 0.8, 62 bins of 13", Source.autoregressive(13, 0.8), 62, "5 %"),
            inTime("autoregressive 0.8, 648 bins of 5", Source.autoregressive(5, 0.8), 648, "5 %"),
            inTime("autoregressive 0.9, 61 bins of 25", Source.autoregressive(25, 0.9), 61, "5 %"),
            inTime("autoregressive 0.9, 762 bins of 2", Source.autoregressive(2, 0.9), 762, "5 %"),
            inTime("autoregressive 0.9, 610 bins of 10", Source.autoregressive(10, 0.9), 610, "5 %"),
            inTime("autoregressive 0.95, 60 bins of 48", Source.autoregressive(48, 0.95), 60, "5 %"),
            inTime("autoregressive 0.95, 720 bins of 4", Source.autoregressive(4, 0.95), 720, "5 %"),
            inTime("autoregressive 0.95, 606 bins of 19", Source.autoregressive(19, 0.95), 606, "5 %"),
            inTime("bursts of 2, 60 bins of 10", Source.bursts(10, 2), 60, "5 %"),
            inTime("bursts of 2, 600 bins of 4", Source.bursts(4, 2), 600, "5 %"),
            inTime("bursts of 5, 60 bins of 25", Source.bursts(25, 5), 60, "5 %"),
            inTime("bursts of 5, 750 bins of 2", Source.bursts(2, 5), 750, "5 %"),
            inTime("bursts of 5, 600 bins of 10", Source.bursts(10, 5), 600, "5 %"),
            inTime("bursts of 20, 60 bins of 100", Source.bursts(100, 20), 60, "5 %"),
            inTime("bursts of 20, 600 bins of 10", Source.bursts(10, 20), 600, "5 %"),
            inTime("bursts of 20, 2 400 bins of 10", Source.bursts(10, 20), 2_400, "5 %"),
            inTime("bursts of 5, 625 bins of 12", Source.bursts(12, 5), 625, "1 %"),
            inTime("bursts of 5, 100 bins of 5", Source.bursts(5, 5), 100, "20 %"),
            inTime("bursts of 10 that fail by half, 60 bins of 50", Source.partialBursts(50, 10, 0.5, 0.2), 60, "5 %"),
            inTime("bursts of 10 that fail by half, 600 bins of 5", Source.partialBursts(5, 10, 0.5, 0.2), 600, "5 %"),
            inTime("outages of 10 s, 3 000 s of 5 requests", Source.outages(5, 10), 3_000, "5 %"),
            inTime("queue at 50 % load, 600 bins of 5", Source.queue(5, 0.5), 600, "5 %"),
            inTime("queue at 70 % load, 900 bins of 5", Source.queue(5, 0.7), 900, "5 %"),
            inTime("queue at 70 % load, 900 bins of 20", Source.queue(20, 0.7), 900, "5 %"));

    static final List<Scenario> OUTSIDE = List.of(
            inTime("bursts of 20, run of 200 mean bursts", Source.bursts(10, 20), 400, "5 %"),
            inTime("bursts of 20, run of 100 mean bursts", Source.bursts(10, 20), 200, "5 %"),
            inTime("bursts of 20, run of 50 mean bursts", Source.bursts(10, 20), 100, "5 %"),
            inTime("bursts of 20, run of 20 mean bursts", Source.bursts(10, 20), 40, "5 %"),
            inTime("bursts of 5, run of 300 mean bursts", Source.bursts(12, 5), 125, "1 %"),
            inTime("autoregressive 0.99, 600 bins of 5", Source.autoregressive(5, 0.99), 600, "5 %"),
            inTime("queue at 90 % load, 900 bins of 5", Source.queue(5, 0.9), 900, "5 %"),
            inTime("bursts of 5, 3 bins of 500", Source.bursts(500, 5), 3, "5 %"),
            inTime("1 500 independent requests, 3 bins of 500", Source.independent(500), 3, "5 %"),
            inTime("autoregressive 0.5, 7 bins of 214", Source.autoregressive(214, 0.5), 7, "5 %"));

    static final List<Scenario> REPEATED = List.of(
            ofRepeats("60 cases, 5 repeats, correlation 0", Source.repeats(5, 5, 0), 60, "10 %"),
            ofRepeats("100 cases, 3 repeats, correlation 0", Source.repeats(3, 3, 0), 100, "5 %"),
            ofRepeats("100 cases, 3 repeats, correlation 0", Source.repeats(3, 3, 0), 100, "10 %"),
            ofRepeats("300 cases, 5 repeats, correlation 0", Source.repeats(5, 5, 0), 300, "5 %"),
            ofRepeats("100 cases, 2 repeats, correlation 0.3", Source.repeats(2, 2, 0.3), 100, "10 %"),
            ofRepeats("100 cases, 3 repeats, correlation 0.1", Source.repeats(3, 3, 0.1), 100, "10 %"),
            ofRepeats("60 cases, 5 repeats, correlation 0.3", Source.repeats(5, 5, 0.3), 60, "10 %"),
            ofRepeats("60 cases, 5 repeats, correlation 0.6", Source.repeats(5, 5, 0.6), 60, "20 %"),
            ofRepeats("300 cases, 5 repeats, correlation 0.3", Source.repeats(5, 5, 0.3), 300, "5 %"),
            ofRepeats("50 cases, 10 repeats, correlation 0.1", Source.repeats(10, 10, 0.1), 50, "5 %"),
            ofRepeats("50 cases, 10 repeats, correlation 0.3", Source.repeats(10, 10, 0.3), 50, "20 %"),
            ofRepeats("100 cases, 20 repeats, correlation 0.1", Source.repeats(20, 20, 0.1), 100, "5 %"),
            ofRepeats("100 cases, 20 repeats, correlation 0.3", Source.repeats(20, 20, 0.3), 100, "5 %"),
            ofRepeats("100 cases, 20 repeats, correlation 0.9", Source.repeats(20, 20, 0.9), 100, "10 %"),
            ofRepeats("100 cases, 1 to 9 repeats, correlation 0.3", Source.repeats(1, 9, 0.3), 100, "5 %"),
            ofRepeats("100 cases, 1 to 9 repeats, correlation 0.6", Source.repeats(1, 9, 0.6), 100, "10 %"),
            ofRepeats("100 cases, 10 repeats, all alike", Source.repeats(10, 10, 1), 100, "5 %"));
}
