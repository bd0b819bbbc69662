package io.github.genaigate.gate;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds among the files of one piece of evidence what would count twice: the same bytes, or the same load test under other
 * bytes.
 */
final class Copies {

    private final Map<String, String> bytes = new HashMap<>();
    private final Map<Trace, String> tests = new HashMap<>();

    /** What no two load tests have in common: shards of one run may overlap, but do not begin, end and count alike. */
    private record Trace(Instant first, Instant last, SortedMap<String, Samples.Count> operations) {

        static Optional<Trace> of(EvidenceGathering.File file) {
            return Known.of(file.measurement())
                    .filter(Samples.class::isInstance)
                    .map(Samples.class::cast)
                    .flatMap(samples -> samples.first()
                            .flatMap(
                                    first -> samples.last().map(last -> new Trace(first, last, samples.operations()))));
        }
    }

    /** The file, or its refusal when it is a copy of an earlier one. */
    EvidenceGathering.File refuse(EvidenceGathering.File file) {
        var twin = file.sha256().flatMap(sha256 -> Optional.ofNullable(bytes.putIfAbsent(sha256, file.path())));
        if (twin.isPresent()) {
            return refused(file, file.path() + " has the same bytes as " + twin.get());
        }
        return Trace.of(file)
                .flatMap(trace -> Optional.ofNullable(tests.putIfAbsent(trace, file.path())))
                .map(other -> refused(
                        file,
                        file.path() + " begins and ends at the same instants as " + other
                                + ", with as many requests of each operation"))
                .orElse(file);
    }

    private static EvidenceGathering.File refused(EvidenceGathering.File file, String what) {
        return EvidenceGathering.File.refused(
                file.path(),
                Absence.of(
                        Reason.INVALID,
                        what + ", and would count twice",
                        "Remove one of the two, or narrow the glob",
                        Place.of(file.path())));
    }
}
