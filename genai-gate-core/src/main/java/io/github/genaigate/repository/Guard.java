package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns what goes wrong on the way to an answer into the reason why there is none.
 *
 * @param base the manifest's folder
 * @param opened the repository
 */
record Guard(Optional<Path> base, Optional<Opened> opened) {

    /** Something that can fail because of what lies in the repository or on disk. */
    interface Risky<T> {
        T get() throws IOException, UnverifiableException;
    }

    /** The answer, or why there is none. JGit meets broken objects with unchecked exceptions too. */
    <T> Lookup<T> of(Assurance assurance, Risky<T> work) {
        try {
            return Lookup.found(work.get(), assurance);
        } catch (UnverifiableException why) {
            return Lookup.absent(why.absence());
        } catch (FileSystemException broken) {
            return Lookup.absent(onDisk(broken));
        } catch (IOException | RuntimeException broken) {
            return Lookup.absent(opened.map(repository -> repository.unreadable(broken))
                    .orElseGet(() -> Opened.broken(broken).absence()));
        }
    }

    private Absence onDisk(FileSystemException broken) {
        var file = String.valueOf(broken.getFile());
        var root = base.map(Path::toString).orElse("");
        var shown = file.startsWith(root) ? file.substring(Math.min(file.length(), root.length() + 1)) : file;
        var reason = broken.getReason() == null ? "" : ": " + broken.getReason();
        return Absence.of(
                Reason.UNREADABLE,
                (shown.isEmpty() ? "The manifest's folder" : Changes.shown(shown.replace('\\', '/')))
                        + " cannot be read" + reason,
                "Allow the build to read it, and set LC_ALL=C.UTF-8 where file names go beyond ASCII");
    }
}
