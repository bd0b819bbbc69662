package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The code owners file that the forge obeys: the first of its well-known places, never one that a manifest names. */
final class CodeOwners {

    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");
    private static final String MEND = "Add .github/CODEOWNERS or .gitlab/CODEOWNERS to the repository";

    private CodeOwners() {}

    /**
     * The owners.
     *
     * @param root the repository's root
     */
    static Lookup<Ownership> of(Path root, List<EvidenceReader> readers) {
        var reader = readers.stream()
                .filter(one -> one.format().equals("codeowners"))
                .findFirst();
        var place = PLACES.stream()
                .filter(path -> Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
        if (reader.isEmpty() || place.isEmpty()) {
            return Lookup.absent(Absence.of(
                    Reason.MISSING, "The repository has no CODEOWNERS in " + String.join(", ", PLACES), MEND));
        }
        return read(root, place.get(), reader.get());
    }

    private static Lookup<Ownership> read(Path root, String path, EvidenceReader reader) {
        try {
            Path file = BaseDirectory.of(root).file(path);
            long size = Files.size(file);
            try (var source = new HashedFile(path, file, size)) {
                Reading reading = reader.read(source, Set.of());
                if (!(reading.measurement() instanceof Ownership ownership)) {
                    throw new IllegalStateException("the reader of code owners gave something else");
                }
                return reading.doubt()
                        .map(why -> Lookup.doubtful(ownership, reading.assurance(), AboutFile.of(path, why)))
                        .orElse(Lookup.found(ownership, reading.assurance()));
            }
        } catch (UnreadableException unreadable) {
            return Lookup.absent(AboutFile.of(path, unreadable.absence()));
        } catch (RefusedException refused) {
            return Lookup.absent(Absence.of(Reason.UNREADABLE, refused.what(), refused.mend(), Place.of(path)));
        } catch (IOException broken) {
            return Lookup.absent(Absence.of(
                    Reason.UNREADABLE, path + " could not be read", "Allow the build to read it", Place.of(path)));
        }
    }
}
