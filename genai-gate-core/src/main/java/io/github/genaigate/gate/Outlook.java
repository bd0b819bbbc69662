package io.github.genaigate.gate;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Forecast;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the days to come do to one service when nobody does anything: the same facts, judged by later clocks. Time alone makes
 * nothing better, so that a day between two on which the same is red need not be looked at.
 */
final class Outlook {

    private final Prepared prepared;
    private final Map<String, Gathered> evidence;
    private final Adjustment adjustment;
    private final Clock today;
    private final int days;
    private final SortedMap<Integer, Map<String, Finding>> known = new TreeMap<>();

    Outlook(Prepared prepared, Map<String, Gathered> evidence, Adjustment adjustment, Clock today, int days) {
        this.prepared = prepared;
        this.evidence = evidence;
        this.adjustment = adjustment;
        this.today = today;
        this.days = days;
    }

    /** What fails already. */
    List<Finding> red() {
        return failing(0).values().stream().filter(Outlook::isRed).toList();
    }

    /** What will, in the order of the days. */
    List<Forecast.Turn> turns() {
        look(0, days);
        var turns = new ArrayList<Forecast.Turn>();
        Map<String, Finding> before = failing(0);
        for (int day : List.copyOf(known.keySet())) {
            for (Finding finding : failing(day).values()) {
                if (isWorse(finding, Optional.ofNullable(before.get(finding.requirement())))) {
                    turns.add(new Forecast.Turn(date(day), finding));
                }
            }
            before = failing(day);
        }
        return turns;
    }

    /** Looks at enough days between two that every change is between two neighbours. */
    private void look(int first, int last) {
        boolean same = states(first).equals(states(last));
        // The end of one waiver can leave room for another: then every day may be another.
        boolean settled = same && prepared.manifest().waivers().size() < 2;
        if (settled || last - first < 2) {
            return;
        }
        int middle = (first + last) >>> 1;
        look(first, middle);
        look(middle, last);
    }

    private Map<String, String> states(int day) {
        var states = new LinkedHashMap<String, String>();
        failing(day).forEach((id, finding) -> states.put(id, isRed(finding) ? "red" : "warns"));
        return states;
    }

    private Map<String, Finding> failing(int day) {
        return known.computeIfAbsent(day, this::judged);
    }

    private Map<String, Finding> judged(int day) {
        var assessment = prepared.judged(evidence, adjustment, clock(day)).assessment();
        var failing = new LinkedHashMap<String, Finding>();
        Stream.concat(assessment.findings(prepared.asked()).stream(), assessment.upcoming(prepared.asked()).stream())
                .filter(finding -> isRed(finding) || finding.warns())
                // What fails already comes first: what will be demanded later must not hide it.
                .forEach(finding -> failing.putIfAbsent(finding.requirement(), finding));
        return failing;
    }

    /** Today as it is; a later day at its end, so that whatever ends on it has ended. */
    private Clock clock(int day) {
        return day == 0
                ? today
                : new Clock(
                        date(day).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC),
                        today.rehearsal(),
                        List.of());
    }

    private LocalDate date(int day) {
        return today.today().plusDays(day);
    }

    private static boolean isRed(Finding finding) {
        return finding.blocks() && finding.effectiveFrom().isEmpty();
    }

    private static boolean isWorse(Finding finding, Optional<Finding> before) {
        return before.isEmpty() || (isRed(finding) && !isRed(before.get()));
    }
}
