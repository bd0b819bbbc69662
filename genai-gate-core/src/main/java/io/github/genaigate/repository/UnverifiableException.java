package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Reason;

/** Something that cannot be found out from the repository as it is. */
final class UnverifiableException extends Exception {

    private final transient Absence absence;

    UnverifiableException(Absence absence) {
        super(absence.message());
        this.absence = absence;
    }

    UnverifiableException(String message, String mend) {
        this(Absence.of(Reason.UNVERIFIABLE, message, mend));
    }

    Absence absence() {
        return absence;
    }
}
