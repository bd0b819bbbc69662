package io.github.genaigate.evidence;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import java.util.List;

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

    /** The first of what is wrong with a text that people write by hand. */
    public static UnreadableException of(List<Problem> problems) {
        var first = problems.get(0);
        return new UnreadableException(first.place(), first.what(), first.mend());
    }

    public Place place() {
        return place;
    }

    /** The same as a fact about the evidence. */
    public Absence absence() {
        return Absence.of(Reason.UNREADABLE, String.valueOf(getMessage()), mend, place);
    }
}
