package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * Why a fact is not known, or not known well enough.
 *
 * @param reason the stable word
 * @param message what is so, a sentence without a full stop
 * @param mend the next step, a sentence without a full stop
 * @param places where to look
 */
public record Absence(Reason reason, String message, String mend, List<Place> places) {
    public Absence {
        places = List.copyOf(places);
    }

    public static Absence of(Reason reason, String message, String mend, Place... places) {
        return new Absence(reason, message, mend, List.of(places));
    }

    /** The part of a judgement that says so. */
    public Part part(String name) {
        return new Part(
                name,
                Outcome.UNPROVEN,
                Optional.of(reason),
                message,
                Optional.of(mend),
                Assurance.DECLARED,
                List.of(),
                places);
    }
}
