package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Peak;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Share;
import java.util.List;
import java.util.Optional;

/**
 * The claim that a load test reached a peak in each of its runs.
 *
 * @param evidence the name of the load test
 * @param peak the load
 * @param errors the share of requests that may fail at the peak, as far as the team says
 * @param place where it is written
 */
record PeakClaim(String evidence, Peak peak, Optional<Share> errors, Place place) {

    static final Field<String> EVIDENCE = Field.required("evidence", Kind.EVIDENCE, "The load test that reached it.");
    static final Field<Peak> PEAK = Field.required(
            "peak", Kind.PEAK, "The load, such as 20 requests/s, 600 requests/min or 50 concurrent requests.");
    static final Field<Share> ERRORS =
            Field.optional("errors", Kind.SHARE, "The share of requests that may fail at the peak.");
    static final Field<List<Entry>> CLAIMS = Field.optional(
            "claims", Kind.list(Kind.group(EVIDENCE, PEAK, ERRORS)), "The peaks that the service was tested at.");
    static final Section SECTION = new Section("capacity", Kind.group(CLAIMS));

    static final String RAW =
            "Name evidence that tells the time of each request, such as JMeter's CSV file or what k6 writes with --out json=results.json";

    /** All that a team writes, whichever criterion asks. */
    static List<PeakClaim> all(Claims claims) {
        return Optional.ofNullable(claims.sections().get(SECTION.name()))
                .flatMap(section -> section.find(CLAIMS))
                .orElse(List.of())
                .stream()
                .map(PeakClaim::of)
                .toList();
    }

    static PeakClaim of(Entry entry) {
        return new PeakClaim(entry.get(EVIDENCE), entry.get(PEAK), entry.find(ERRORS), entry.place());
    }

    /** Why the load test did not reach the peak; empty when each of its runs did. */
    Optional<Absence> missed(Samples samples) {
        return untimed(samples)
                .or(() -> samples.runs().stream()
                        .flatMap(run -> missed(PeakWindow.of(run, peak), run).stream())
                        .findFirst());
    }

    /** Why nothing can be said of the load. */
    Optional<Absence> untimed(Samples samples) {
        if (!samples.isTimed()) {
            return Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    Words.brief(evidence) + " does not tell when each request began, and so not whether it reached "
                            + peak,
                    RAW));
        }
        boolean idle = samples.loads().stream()
                .allMatch(load -> load.timeline().total(Load.Moment.NONE).busy() == 0);
        return peak.concurrent() && idle
                ? Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        Words.brief(evidence) + " does not tell how long requests took, and so not how many were in"
                                + " flight at once",
                        "Let the load test record the duration of every request, or declare the peak in requests/s"))
                : Optional.empty();
    }

    /** Why a run did not reach the peak. */
    Optional<Absence> missed(PeakWindow window, Load run) {
        var test = Words.brief(evidence);
        return switch (window.held()) {
            case REACHED -> Optional.empty();
            case TOO_SHORT ->
                Optional.of(Absence.of(
                        Reason.TOO_FEW_SAMPLES,
                        test + " put load on for " + Words.count(run.duration().toSeconds())
                                + " s, which is too short to tell whether it reached " + peak,
                        "Run the load test for at least " + Words.count(2 * window.width()) + " s"));
            case NEVER ->
                Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        test + " never reached " + peak + ": it carried at most " + window.load() + " over "
                                + Words.count(window.seconds()) + " s",
                        mend()));
            case UNSTEADY ->
                Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        test + " did not hold " + peak + ": it was below in " + Words.count(window.below()) + " of "
                                + Words.count(window.bins()) + " bins of " + Words.count(window.width())
                                + " s, and at most one in 20 may be",
                        mend()));
            case BELOW ->
                Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        test + " carried " + window.load() + " over " + Words.count(window.seconds())
                                + " s, which is below " + peak + " by more than chance explains",
                        mend()));
        };
    }

    private String mend() {
        return "Run the load test at a steady " + peak + " or more, or declare the peak that it reaches";
    }
}
