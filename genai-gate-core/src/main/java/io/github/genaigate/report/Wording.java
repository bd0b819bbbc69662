package io.github.genaigate.report;

import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Simultaneous;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phrases that the reports for people share. They may hold hostile text and are not yet escaped for any sink. */
final class Wording {

    private static final int MOST_ISSUES = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");

    private static final int LONGEST_STAGE = 60;

    private Wording() {}

    /**
     * The first line of every report: verdict, stage, and what stands in the way. The verdict comes first, so that no name
     * of a stage can pretend to be one.
     */
    static String headline(Decision decision) {
        return verdict(decision) + ": " + tally(decision);
    }

    /** The verdict with the stage that it is about, such as {@code NOT READY for production}. */
    static String verdict(Decision decision) {
        var stage = decision.stage().asked().orElse("an unknown stage");
        return verdict(decision.verdict()) + " for " + Visible.shortened(stage, LONGEST_STAGE)
                + (decision.rehearsal() ? " (rehearsal)" : "");
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case READY -> "READY";
            case NOT_READY -> "NOT READY";
            case SKIPPED -> "SKIPPED";
        };
    }

    static String tally(Decision decision) {
        var all = new ArrayList<String>();
        if (!decision.problems().isEmpty()) {
            all.add(count(decision.problems().size(), "problem") + " in the input");
        }
        if (decision.findings().isEmpty()) {
            all.add("nothing was checked");
        }
        all.add(count(decision.blocking().size(), "blocking requirement"));
        int lapsing = decision.lapsingSoon().size();
        all.add(count(decision.waived().size(), "waiver") + (lapsing == 0 ? "" : " (" + lapsing + " soon to lapse)"));
        if (!decision.exempted().isEmpty()) {
            all.add(count(decision.exempted().size(), "exemption"));
        }
        all.add(count(decision.warnings().size(), "warning"));
        return String.join(", ", all);
    }

    /** What the verdict means where the word alone could be taken for a pass, or for a failure of the service. */
    static Optional<String> remark(Decision decision) {
        if (decision.verdict() == Verdict.SKIPPED) {
            return Optional.of("Nobody looked: SKIPPED is not READY");
        }
        if (decision.rehearsal()) {
            return Optional.of("A rehearsal: judged as of another time than now, and therefore never READY");
        }
        if (!decision.problems().isEmpty()) {
            return Optional.of("The input cannot be used, so nothing was judged: mend the problems and run again");
        }
        return Optional.empty();
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case UNPROVEN -> "unproven";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    /** The outcome with its reason, such as {@code not met (over-limit)}. */
    static String outcome(Part part) {
        return outcome(part.outcome())
                + part.reason().map(reason -> " (" + reason.word() + ")").orElse("");
    }

    /** How many parts fail, where a judgement has more than one. */
    static Optional<String> share(Judgement judgement) {
        int failing = judgement.failing().size();
        int all = judgement.parts().size();
        return all == 1 || failing == 0
                ? Optional.empty()
                : Optional.of(failing + " of " + all + " parts " + (failing == 1 ? "fails" : "fail"));
    }

    static String owner(Finding finding) {
        return finding.owner().orElse("nobody is named as accountable");
    }

    static String waiver(Decision decision, Waiver waiver) {
        return (waiver.issues().isEmpty() ? "" : "for the issues named only, ") + "until "
                + day(decision, waiver.expires()) + ", approved by " + waiver.approver() + " on " + waiver.approved()
                + ", ticket " + waiver.ticket() + ": " + waiver.reason();
    }

    /** For what a waiver is. */
    static String scope(WaiverStatus waiver) {
        return "up to " + waiver.stage()
                + (waiver.issues().isEmpty() ? "" : ", only " + String.join(", ", waiver.issues()));
    }

    /** The issues for which alone a part fails, as a waiver names them. */
    static List<String> issues(Part part) {
        return part.counted().stream()
                .flatMap(counted -> counted.issues().stream())
                .distinct()
                .limit(MOST_ISSUES)
                .toList();
    }

    /** What the policy grants: how long, who, and why. */
    static String grant(Decision decision, Grant grant) {
        return grant.kind().word() + " until " + day(decision, grant.until()) + ", granted by " + grant.origin()
                + grant.reason().map(reason -> ": " + reason).orElse("");
    }

    /** A day with the number of days to it. */
    static String day(Decision decision, LocalDate day) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(decision.evaluatedAt(), ZoneOffset.UTC), day);
        if (days < 0) {
            return day + " (" + count(-days, "day") + " ago)";
        }
        return day + (days == 0 ? " (today)" : " (in " + count(days, "day") + ")");
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    static String service(Decision decision) {
        return decision.service().orElse("unknown service");
    }

    private static String commit(Decision decision) {
        var subject = decision.subject();
        var commit = subject.commit().map(id -> "commit " + abbreviated(id)).orElse("no commit");
        return subject.dirty() ? commit + " with uncommitted changes to the covered content" : commit;
    }

    private static String abbreviated(String id) {
        return id.length() == 40 || id.length() == 64 ? id.substring(0, 12) : id;
    }

    static String policy(Decision decision) {
        var name = (decision.policy().name() + " " + decision.policy().version()).strip();
        return name.isEmpty() ? "none" : name;
    }

    /** What was judged, by what, and how far it got: phrases for one line. */
    static List<String> subject(Decision decision) {
        var phrases = new ArrayList<String>();
        phrases.add(service(decision));
        phrases.add(commit(decision));
        phrases.add(decision.policy().name().isEmpty() ? "no policy" : "policy: " + policy(decision));
        if (!decision.findings().isEmpty()) {
            phrases.add("stage reached: " + reached(decision));
        }
        return phrases;
    }

    static String reached(Decision decision) {
        return decision.stage().reached().orElse("none");
    }

    /** What is promised for all claims together. */
    static String simultaneous(Simultaneous all) {
        var claims = all.claims() == 1 ? "1 claim rests on samples" : all.claims() + " claims rest on samples";
        var promise = all.promisesSomething()
                ? "luck met none of them with confidence " + all.confidence()
                : "nothing is promised for all of them together";
        var correction = all.correction() == Correction.NONE
                ? ""
                : " (correction: " + all.correction().word() + ")";
        return claims + ", and " + promise + correction
                + (all.tries() == 1
                        ? ""
                        : "; " + all.tries() + " sets of evidence were judged for this content, which is "
                                + (all.triesCorrected() ? "corrected for" : "not corrected for"));
    }

    /** The places on one line, the first three of them when there are more. */
    static String places(List<Place> places) {
        var shown =
                String.join(", ", places.stream().limit(3).map(Place::toString).toList());
        return places.size() > 3 ? shown + " and " + (places.size() - 3) + " more" : shown;
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
