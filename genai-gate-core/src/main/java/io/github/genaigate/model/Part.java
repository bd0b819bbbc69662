package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Optional<Share> confidence) {

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
        this(name, outcome, reason, message, mend, assurance, observations, places, Optional.empty());
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
        return new Part(name, outcome, reason, message, mend, changed, observations, places, confidence);
    }

    /** The same with further observations. */
    public Part observing(Observation... further) {
        var all = new ArrayList<>(observations);
        all.addAll(List.of(further));
        return new Part(name, outcome, reason, message, mend, assurance, all, places, confidence);
    }

    /** The same with further places. */
    public Part at(Place... further) {
        var all = new ArrayList<>(places);
        all.addAll(List.of(further));
        return new Part(name, outcome, reason, message, mend, assurance, observations, all, confidence);
    }

    /** The same as a statement from samples. */
    public Part sure(Share level) {
        return new Part(name, outcome, reason, message, mend, assurance, observations, places, Optional.of(level));
    }

    /** The same when it refutes the claim; else unproven for the reason given, which goes before its own message. */
    public Part unlessRefuted(Absence why) {
        if (outcome == Outcome.NOT_MET) {
            return this;
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
                confidence);
    }
}
