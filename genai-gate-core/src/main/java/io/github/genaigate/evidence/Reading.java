package io.github.genaigate.evidence;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Measurement;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reader made of one file.
 *
 * @param measurement what it holds
 * @param assurance how good a proof the format is
 * @param takenAt when it was taken, by the time inside the file; the latest when there are several
 * @param doubt why the file proves nothing although it can be read: the tool was stopped, failed, or looked at nothing
 */
public record Reading(
        Measurement measurement, Assurance assurance, Optional<Instant> takenAt, Optional<Absence> doubt) {

    /** The tool did its work to the end. */
    public static Reading complete(Measurement measurement, Assurance assurance, Optional<Instant> takenAt) {
        return new Reading(measurement, assurance, takenAt, Optional.empty());
    }

    /** The same, doubted. */
    public Reading doubtedFor(Absence why) {
        return new Reading(measurement, assurance, takenAt, Optional.of(why));
    }
}
