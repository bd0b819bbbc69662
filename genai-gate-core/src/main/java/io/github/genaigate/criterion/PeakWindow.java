package io.github.genaigate.criterion;

import io.github.genaigate.model.Load;
import io.github.genaigate.model.Load.Moment;
import io.github.genaigate.model.Peak;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.TreeMap;

/**
 * The part of a run in which the load was at a peak: from the first bin at the peak to the last, dips included (rule CAP).
 *
 * <p>Requests come at random, so that a run made for exactly the peak is below it in half of its seconds. Bins are therefore
 * joined until the peak means {@value #ENOUGH} requests in each, and where it means n, as few as n - 3 √n are at the peak: a run
 * that is made for the peak has fewer by chance once in a thousand times. The same holds for all bins of the window together, where
 * n is greater and the allowance a smaller part of it. Requests in flight are judged alike, with n the requests that began. Bins that
 * the run does not fill are left aside.
 *
 * @param bins how many there are
 * @param width of each, in seconds
 * @param below how many of them are below the peak
 * @param total what they hold together
 * @param peak the load
 */
record PeakWindow(long bins, long width, long below, Moment total, Peak peak) {

    private static final int ENOUGH = 100;
    private static final double DEVIATIONS = 3;
    /** One bin in so many may be below. */
    private static final int MOST_BELOW = 20;

    private static final int WIDEST = 30;
    private static final double MICROS = 1_000_000;

    /** What can be said of the load. */
    enum Held {
        /** The run fills no bin. */
        TOO_SHORT,
        /** No bin is at the peak. */
        NEVER,
        /** More than one bin in twenty is below. */
        UNSTEADY,
        /** The bins together are below. */
        BELOW,
        REACHED
    }

    static PeakWindow of(Load run, Peak peak) {
        var timeline = run.timeline();
        int powers = 0;
        double rate = peak.concurrent() ? rate(run) : peak.perSecond();
        while (timeline.power() + powers < WIDEST && rate * (timeline.width() << powers) < ENOUGH) {
            powers++;
        }
        long width = timeline.width() << powers;
        var joined = new TreeMap<Long, Moment>();
        for (var bin : timeline.bins().entrySet()) {
            joined.merge(bin.getKey() >> powers, bin.getValue(), Moment::plus);
        }
        long begin = Math.floorDiv(ceiling(run.begin()) + width - 1, width);
        long end = Math.floorDiv(run.last().getEpochSecond(), width);
        var busiest = new PeakWindow(0, width, 0, Moment.NONE, peak);
        var sofar = busiest;
        var window = busiest;
        for (long bin = begin; bin < end; bin++) {
            var one = new PeakWindow(1, width, 0, joined.getOrDefault(bin, Moment.NONE), peak);
            boolean at = one.isAtPeak();
            if (at || sofar.bins > 0) {
                sofar = sofar.and(one, at);
                window = at ? sofar : window;
            } else if (busiest.bins == 0 || one.amount() > busiest.amount()) {
                busiest = new PeakWindow(1, width, 1, one.total, peak);
            }
        }
        return window.bins > 0 ? window : busiest;
    }

    private static long ceiling(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }

    /** Requests in a second, on average over the run. */
    private static double rate(Load run) {
        return run.requests() / Math.max(1.0, run.duration().toMillis() / 1_000.0);
    }

    private PeakWindow and(PeakWindow next, boolean atPeak) {
        return new PeakWindow(bins + 1, width, atPeak ? below : below + 1, total.plus(next.total), peak);
    }

    Held held() {
        if (bins == 0) {
            return Held.TOO_SHORT;
        }
        if (below == bins) {
            return Held.NEVER;
        }
        if (below * MOST_BELOW > bins) {
            return Held.UNSTEADY;
        }
        return isAtPeak() ? Held.REACHED : Held.BELOW;
    }

    /** How long it is, in seconds. */
    long seconds() {
        return bins * width;
    }

    /** The load that was put on, rounded down. */
    Peak load() {
        if (bins == 0) {
            return new Peak(BigDecimal.ZERO, peak.concurrent());
        }
        return peak.concurrent()
                ? Peak.inFlight(BigDecimal.valueOf(total.busy(), 6)
                        .divide(BigDecimal.valueOf(seconds()), 9, RoundingMode.FLOOR))
                : Peak.rate(total.requests(), seconds());
    }

    private boolean isAtPeak() {
        double wanted = peak.perSecond() * seconds();
        double requests = Math.max(ENOUGH, peak.concurrent() ? total.requests() : wanted);
        return amount() >= wanted - DEVIATIONS * wanted / Math.sqrt(requests);
    }

    /** Requests, or seconds that they took together. */
    private double amount() {
        return peak.concurrent() ? total.busy() / MICROS : total.requests();
    }
}
