package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The judgement of one thing that a requirement is about: a budget, a suite, a dataset, an issue, a role.
 *
 * @param name what it is about, such as {@code budget answer}
 * @param outcome what was found
 * @param reason why it is not met; present exactly when it fails
 * @param message the claim, and the observed against the demanded; a sentence without a full stop
 * @param mend the next step; present exactly when it fails
 * @param assurance how good the proof is
 * @param observations every number behind the message
 * @param places where to look
 * @param confidence how sure the outcome is, when it rests on samples
 * @param counted the issues that it counts, when they alone keep it from being met
 * @param until how long it holds by itself, when something of it ends on a known day
 */
public record Part(
        String name,
        Outcome outcome,
        Optional<Reason> reason,
        String message,
        Optional<String> mend,
        Assurance assurance,
        List<Observation> observations,
        List<Place> places,
        Optional<Share> confidence,
        Optional<Counted> counted,
        Optional<Decision.Validity> until) {

    public Part {
        observations = List.copyOf(observations);
        places = List.copyOf(places);
        if (outcome.fails() != reason.isPresent() || outcome.fails() != mend.isPresent()) {
            throw new IllegalArgumentException("a part has a reason and a mend exactly when it fails: " + message);
        }
    }

    /** A part that does not rest on samples. */
    public Part(
            String name,
            Outcome outcome,
            Optional<Reason> reason,
            String message,
            Optional<String> mend,
            Assurance assurance,
            List<Observation> observations,
            List<Place> places) {
        this(
                name,
                outcome,
                reason,
                message,
                mend,
                assurance,
                observations,
                places,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The claim is proven. How well is told by the fact that proves it, see {@link Lookup#judge}. */
    public static Part met(String name, String message) {
        return new Part(
                name,
                Outcome.MET,
                Optional.empty(),
                message,
                Optional.empty(),
                Assurance.ATTESTED,
                List.of(),
                List.of());
    }

    /** The claim is refuted. */
    public static Part notMet(String name, Reason reason, String message, String mend) {
        return failing(name, Outcome.NOT_MET, reason, message, mend);
    }

    /** The claim is neither proven nor refuted. */
    public static Part unproven(String name, Reason reason, String message, String mend) {
        return failing(name, Outcome.UNPROVEN, reason, message, mend);
    }

    private static Part failing(String name, Outcome outcome, Reason reason, String message, String mend) {
        return new Part(
                name,
                outcome,
                Optional.of(reason),
                message,
                Optional.of(mend),
                Assurance.ATTESTED,
                List.of(),
                List.of());
    }

    /** The same with another assurance. */
    public Part assured(Assurance changed) {
        return new Part(
                name, outcome, reason, message, mend, changed, observations, places, confidence, counted, until);
    }

    /** The same with further observations. */
    public Part observing(Observation... further) {
        var all = new ArrayList<>(observations);
        all.addAll(List.of(further));
        return new Part(name, outcome, reason, message, mend, assurance, all, places, confidence, counted, until);
    }

    /** The same with further places. */
    public Part at(Place... further) {
        var all = new ArrayList<>(places);
        all.addAll(List.of(further));
        return new Part(name, outcome, reason, message, mend, assurance, observations, all, confidence, counted, until);
    }

    /** The same as a statement from samples. */
    public Part sure(Share level) {
        return new Part(
                name,
                outcome,
                reason,
                message,
                mend,
                assurance,
                observations,
                places,
                Optional.of(level),
                counted,
                until);
    }

    /** The same, failing for nothing but the issues that it counts. */
    public Part counting(List<String> issues, int allowed) {
        return with(Optional.of(new Counted(issues, allowed)));
    }

    private Part with(Optional<Counted> changed) {
        return new Part(
                name, outcome, reason, message, mend, assurance, observations, places, confidence, changed, until);
    }

    /** Whether it fails for nothing but issues, and would not without those named. */
    public boolean failsOnlyFor(Set<String> issues) {
        return outcome.fails() && counted.filter(all -> all.within(issues)).isPresent();
    }

    /** The same, which holds through the day given and no longer. */
    public Part until(LocalDate day, String why) {
        var validity = new Decision.Validity(day, why);
        return new Part(
                name,
                outcome,
                reason,
                message,
                mend,
                assurance,
                observations,
                places,
                confidence,
                counted,
                Optional.of(validity));
    }

    /** The same when it refutes the claim; else unproven for the reason given, which goes before its own message. */
    public Part unlessRefuted(Absence why) {
        if (outcome == Outcome.NOT_MET) {
            // Without the issues it would not be met either: nobody knows what else there is.
            return with(Optional.empty());
        }
        var all = new ArrayList<>(why.places());
        all.addAll(places);
        return new Part(
                name,
                Outcome.UNPROVEN,
                Optional.of(why.reason()),
                why.message() + " (" + message + ")",
                Optional.of(why.mend()),
                assurance,
                observations,
                all,
                confidence,
                Optional.empty(),
                until);
    }
}
