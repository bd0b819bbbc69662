package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.repository.GitRepository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The code owners file that the forge obeys: as HEAD has it in one of the well-known places, never one that a manifest
 * names.
 */
final class CodeOwners {

    /** GitHub looks at the first three, GitLab at the last three, each in this order. */
    static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private static final int LARGEST = 4 << 20;

    private CodeOwners() {}

    /** The owners. */
    static Lookup<Ownership> of(GitRepository repository, List<EvidenceReader> readers) {
        return repository.atTop(PLACES, LARGEST).then(files -> of(files, readers));
    }

    /** Nobody knows here which forge it is; files that differ in what they say would be a choice of owners. */
    private static Lookup<Ownership> of(Map<String, byte[]> files, List<EvidenceReader> readers) {
        var places = List.copyOf(files.keySet());
        if (places.isEmpty()) {
            return Lookup.absent(Absence.of(
                    Reason.MISSING,
                    "HEAD has no CODEOWNERS in " + String.join(", ", PLACES),
                    "Commit .github/CODEOWNERS or .gitlab/CODEOWNERS"));
        }
        if (files.values().stream().map(ByteBuffer::wrap).distinct().count() > 1) {
            return Lookup.absent(Absence.of(
                    Reason.UNVERIFIABLE,
                    "HEAD has different code owners in " + String.join(", ", places)
                            + ", and which of them hold depends on the forge",
                    "Keep one of them",
                    places.stream().map(Place::of).toArray(Place[]::new)));
        }
        var first = files.entrySet().iterator().next();
        return readers.stream()
                .filter(reader -> reader.shape().equals(Shape.OWNERSHIP))
                .findFirst()
                .map(reader -> read(Source.of(first.getKey(), first.getValue()), reader))
                .orElseGet(() -> Lookup.absent(Absence.of(
                        Reason.UNVERIFIABLE,
                        "No reader of code owners is at hand",
                        "Add the reader of the format codeowners to the gate")));
    }

    private static Lookup<Ownership> read(Source source, EvidenceReader reader) {
        var path = source.name();
        try {
            Reading reading = reader.read(source, Set.of());
            if (!(reading.measurement() instanceof Ownership ownership)) {
                throw new IllegalStateException("the reader of code owners gave something else");
            }
            return reading.doubt()
                    .map(why -> Lookup.doubtful(ownership, reading.assurance(), AboutFile.of(path, why)))
                    .orElse(Lookup.found(ownership, reading.assurance()));
        } catch (UnreadableException unreadable) {
            return Lookup.absent(AboutFile.of(path, unreadable.absence()));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }
}
