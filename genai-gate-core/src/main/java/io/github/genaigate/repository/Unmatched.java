package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Reason;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Globs of the covered content that match nothing.
 *
 * @param globs in the order given
 */
record Unmatched(List<Glob> globs) {

    private static final int SHOWN = 3;

    static Unmatched of(Snapshot now, Coverage coverage) {
        return new Unmatched(coverage.globs().stream()
                .filter(glob -> now.files().keySet().stream().noneMatch(glob::matches)
                        && now.manifest()
                                .filter(manifest -> glob.matches(manifest.path()))
                                .isEmpty())
                .toList());
    }

    /** What is not there cannot be covered. */
    Absence absence() {
        var shown = globs.stream()
                .limit(SHOWN)
                .map(glob -> Changes.shown(glob.pattern()))
                .collect(Collectors.joining(", "));
        return globs.size() == 1
                ? Absence.of(
                        Reason.MISSING,
                        "The glob " + shown + " of the covered content matches no file",
                        "Correct the glob, or add the files that it means")
                : Absence.of(
                        Reason.MISSING,
                        globs.size() + " globs of the covered content match no file: " + shown
                                + (globs.size() > SHOWN ? ", …" : ""),
                        "Correct the globs, or add the files that they mean");
    }
}
