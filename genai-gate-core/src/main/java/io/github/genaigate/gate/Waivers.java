package io.github.genaigate.gate;

import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.signoff.WaiverRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What became of the waivers that the manifest names. Which are valid is decided elsewhere.
 *
 * @param valid those that are
 * @param statuses in the order of the manifest
 */
record Waivers(ValidWaivers valid, List<WaiverStatus> statuses) {
    Waivers {
        statuses = List.copyOf(statuses);
    }

    /**
     * What is needed to tell.
     *
     * @param stage the one asked for
     * @param stages the ladder
     * @param warnBefore how long before its end a waiver lapses soon
     */
    record Day(String stage, List<String> stages, LocalDate today, Duration warnBefore) {}

    /**
     * The statuses.
     *
     * @param decided by request, in the same order
     */
    static Waivers of(
            List<WaiverRequest> requests, List<Lookup<Waiver>> decided, List<Assessment.Judged> judged, Day day) {
        var known = decided.stream().map(Known::of).toList();
        var valid = new ValidWaivers(known.stream().flatMap(Optional::stream).toList(), day.stages());
        var statuses = new ArrayList<WaiverStatus>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var why = decided.get(i).absence();
            var told = known.get(i)
                    .map(waiver -> told(waiver, valid, judged, day))
                    .orElseGet(() -> new Told(
                            request.hasLapsed(day.today()) ? WaiverStatus.LAPSED : WaiverStatus.VOID,
                            why.orElseThrow().message() + "; "
                                    + why.orElseThrow().mend()));
            statuses.add(new WaiverStatus(
                    request.requirement(),
                    request.stage(),
                    request.issues(),
                    request.expires(),
                    told.status(),
                    told.message(),
                    request.place()));
        }
        return new Waivers(valid, statuses);
    }

    private record Told(String status, String message) {
        Told after(String beginning) {
            return new Told(status, beginning + message);
        }
    }

    private static Told told(Waiver waiver, ValidWaivers valid, List<Assessment.Judged> judged, Day day) {
        var approved = "Approved by " + waiver.approver()
                + waiver.renewals()
                        .filter(times -> times > 0)
                        .map(times -> ", renewed " + (times == 1 ? "once" : times + " times"))
                        .orElse("");
        return judged.stream()
                .filter(one -> one.requirement().id().equals(waiver.requirement())
                        && one.requirement().level(day.stage()) != Level.OFF)
                .findFirst()
                .map(one -> told(waiver, valid, one, day))
                .orElseGet(() -> new Told(WaiverStatus.UNUSED, "; the requirement is off at the stage " + day.stage()))
                .after(approved);
    }

    private static Told told(Waiver waiver, ValidWaivers valid, Assessment.Judged one, Day day) {
        if (!valid.covers(waiver, day.stage())) {
            return new Told(
                    WaiverStatus.UNUSED,
                    "; it holds up to the stage " + waiver.stage() + ", and " + day.stage() + " is asked for");
        }
        var judgement = one.judgement(day.stage());
        if (!judgement.outcome().fails()) {
            return new Told(WaiverStatus.NO_LONGER_NEEDED, "; the requirement needs none: remove the waiver");
        }
        if (one.upcoming(day.today()) || one.requirement().level(day.stage()) != Level.BLOCK) {
            return new Told(WaiverStatus.UNUSED, "; the requirement does not block, and a waiver removes nothing else");
        }
        var gone = new TreeSet<>(waiver.issues());
        gone.removeAll(ValidWaivers.found(judgement));
        if (!waiver.issues().isEmpty() && gone.size() == waiver.issues().size()) {
            return judgement.failing().stream().allMatch(part -> part.counted().isPresent())
                    ? new Told(
                            WaiverStatus.NO_LONGER_NEEDED,
                            "; nothing fails for the issues that it names any more: remove the waiver")
                    : new Told(
                            WaiverStatus.UNUSED,
                            "; nobody can tell whether the issues that it names are still there, because the requirement"
                                    + " fails for other reasons");
        }
        return needed(waiver, day)
                .after((gone.isEmpty() ? "" : "; no longer needed for " + String.join(", ", gone))
                        + (valid.removing(waiver.requirement(), day.stage(), judgement)
                                        .isPresent()
                                ? ""
                                : "; the requirement blocks all the same, for what no waiver names"));
    }

    private static Told needed(Waiver waiver, Day day) {
        long days = ChronoUnit.DAYS.between(day.today(), waiver.expires());
        return Duration.ofDays(days).compareTo(day.warnBefore()) > 0
                ? new Told(WaiverStatus.APPLIED, "")
                : new Told(
                        WaiverStatus.SOON_TO_LAPSE,
                        "; it ends with " + waiver.expires() + ", "
                                + (days == 0 ? "today" : "in " + days + (days == 1 ? " day" : " days"))
                                + ": meet the requirement, or have a later day approved");
    }
}
