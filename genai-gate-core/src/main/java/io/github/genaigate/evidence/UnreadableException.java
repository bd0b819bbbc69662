package io.github.genaigate.evidence;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;

/** Evidence that is not what it should be. */
public final class UnreadableException extends Exception {

    private final Place place;
    private final String mend;

    /**
     * @param place where reading stopped
     * @param what what is wrong, a sentence without a full stop
     * @param mend the next step, a sentence without a full stop
     */
    public UnreadableException(Place place, String what, String mend) {
        super(what);
        this.place = place;
        this.mend = mend;
    }

    public Place place() {
        return place;
    }

    /** The same as a fact about the evidence. */
    public Absence absence() {
        return Absence.of(Reason.UNREADABLE, String.valueOf(getMessage()), mend, place);
    }
}
