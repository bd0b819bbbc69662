package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The git repository around the manifest's folder, and the covered content in it. It can always be opened: where there is no
 * repository, or one that cannot be read, its answers say so. All paths are relative to the manifest's folder. The working
 * tree is read once for each {@link Coverage} and taken not to change while the repository is open.
 */
public final class GitRepository implements AutoCloseable {

    private final Optional<Path> base;
    private final Optional<GitFolder> folder;
    private final Optional<Opened> opened;
    private final Optional<Absence> absence;
    private final Map<Coverage, Snapshot> snapshots = new LinkedHashMap<>();

    private GitRepository(
            Optional<Path> base, Optional<GitFolder> folder, Optional<Opened> opened, Optional<Absence> absence) {
        this.base = base;
        this.folder = folder;
        this.opened = opened;
        this.absence = absence;
    }

    /** Opens the repository in whose working tree the folder lies: a clone, a linked working tree or a submodule. */
    public static GitRepository open(Path baseDirectory) {
        Path base;
        try {
            base = baseDirectory.toRealPath();
        } catch (IOException missing) {
            return without(
                    Optional.empty(),
                    Optional.empty(),
                    Absence.of(Reason.MISSING, "There is no folder " + baseDirectory, "Name the manifest's folder"));
        }
        try {
            var folder = GitFolder.above(base);
            if (folder.isEmpty()) {
                return without(
                        Optional.of(base),
                        folder,
                        Absence.of(
                                Reason.UNVERIFIABLE,
                                "The manifest's folder lies in no git repository",
                                "Run the gate in a clone of the service's repository"));
            }
            var head = folder.get().head();
            if (head.isEmpty()) {
                return without(
                        Optional.of(base),
                        folder,
                        Absence.of(
                                Reason.UNVERIFIABLE,
                                "The repository has no commit yet",
                                "Commit the service's files, and the evidence after them"));
            }
            var opened = Opened.open(base, folder.get(), head.get());
            return new GitRepository(Optional.of(base), folder, Optional.of(opened), Optional.empty());
        } catch (UnverifiableException unusable) {
            return without(Optional.empty(), Optional.empty(), unusable.absence());
        }
    }

    private static GitRepository without(Optional<Path> base, Optional<GitFolder> folder, Absence why) {
        return new GitRepository(base, folder, Optional.empty(), Optional.of(why));
    }

    /** Why there is no history to look at; empty when there is one. */
    public Optional<Absence> absence() {
        return absence;
    }

    /** Whether commits are left out of the clone. */
    public boolean isShallow() {
        return opened.filter(repository -> !repository.shallow().isEmpty()).isPresent();
    }

    /** The id of HEAD; empty when there is none. */
    public Optional<String> head() {
        return opened.map(repository -> repository.head().name());
    }

    /**
     * The covered content as it lies on disk, with or without a repository. Absent when a glob matches nothing, because what
     * is not there cannot be covered.
     */
    public Lookup<Content> content(Coverage coverage) {
        return onDisk(
                now -> {
                    var unmatched = unmatched(now, coverage);
                    if (!unmatched.isEmpty()) {
                        throw new UnverifiableException(nothingMatches(unmatched));
                    }
                    boolean dirty = opened.isPresent()
                            ? !opened.get()
                                    .at(opened.get().head(), coverage)
                                    .differences(now)
                                    .isEmpty()
                            : folder.isPresent();
                    var prefix = folder.isPresent() ? Opened.prefix(folder.get(), base.orElseThrow()) : "";
                    return new Content(
                            head(),
                            now.digest(),
                            dirty,
                            prefix,
                            List.copyOf(now.files().keySet()));
                },
                coverage);
    }

    private static Absence nothingMatches(List<Glob> globs) {
        var shown = globs.stream()
                .limit(3)
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
                                + (globs.size() > 3 ? ", …" : ""),
                        "Correct the globs, or add the files that they mean");
    }

    /** The globs that match no covered file on disk, in the order given; all when the disk cannot be read. */
    public List<Glob> unmatched(Coverage coverage) {
        var found = new ArrayList<>(coverage.globs());
        onDisk(now -> found.retainAll(unmatched(now, coverage)), coverage);
        return found;
    }

    private static List<Glob> unmatched(Snapshot now, Coverage coverage) {
        return coverage.globs().stream()
                .filter(glob -> now.files().keySet().stream().noneMatch(glob::matches)
                        && now.manifest()
                                .filter(manifest -> glob.matches(manifest.path()))
                                .isEmpty())
                .toList();
    }

    /** What differs between HEAD and the disk. */
    public Lookup<Changes> uncommitted(Coverage coverage) {
        return changesSince(head().orElse(""), coverage);
    }

    /** What differs between a commit and the disk. */
    public Lookup<Changes> changesSince(String commit, Coverage coverage) {
        return inHistory(
                Assurance.ATTESTED,
                repository -> new Changes(repository.at(id(commit), coverage).differences(now(coverage))));
    }

    /** The digest that the covered content had at a commit. */
    public Lookup<String> digestAt(String commit, Coverage coverage) {
        return inHistory(
                Assurance.ATTESTED,
                repository -> repository.at(id(commit), coverage).digest());
    }

    /** The file as it is at HEAD. Absent when it is not there, or is otherwise on disk, or is larger than the limit. */
    public Lookup<Committed> committed(String path, int limit) {
        return inHistory(Assurance.DECLARED, repository -> new CommittedFile(repository, path).at(limit));
    }

    /**
     * The forms that a file took along first parents, newest first, the present one included.
     *
     * @param most how many at the most
     * @param limit larger forms are left out
     */
    public Lookup<List<Committed>> versions(String path, int most, int limit) {
        return inHistory(
                Assurance.DECLARED, repository -> repository.history().versions(repository.head(), path, most, limit));
    }

    /**
     * How firmly each piece of evidence is tied to the content that it covers.
     *
     * @param evidence what is covered, by the path of the evidence
     */
    public SortedMap<String, Lookup<Freshness>> freshness(Map<String, Coverage> evidence) {
        var answers = new TreeMap<String, Lookup<Freshness>>();
        var all =
                inHistory(Assurance.DECLARED, repository -> new EvidenceFreshness(repository, this::now).of(evidence));
        evidence.keySet()
                .forEach(path -> answers.put(path, all.then(found -> found.getOrDefault(path, unknown(path)))));
        return answers;
    }

    private static Lookup<Freshness> unknown(String path) {
        return Lookup.absent(Absence.of(Reason.MISSING, "There is no file " + path, "Create it", Place.of(path)));
    }

    /**
     * Who wrote the commits that changed covered content, of all that lead to one commit and not to another.
     *
     * @param until the one commit
     * @param since the other; empty for all history
     */
    public Lookup<Authors> authors(String until, Optional<String> since, Coverage coverage) {
        return inHistory(Assurance.DECLARED, repository -> {
            Optional<ObjectId> from = since.isPresent() ? Optional.of(id(since.get())) : Optional.empty();
            return repository.contributors().authors(id(until), from, coverage);
        });
    }

    /** Who changed covered content from one time to another, by the committer's time. */
    public Lookup<Activity> activity(Coverage coverage, Instant since, Instant until) {
        return inHistory(
                Assurance.DECLARED,
                repository -> repository.contributors().activity(repository.head(), since, until, coverage));
    }

    @Override
    public void close() {
        opened.ifPresent(repository -> {
            repository.reader().close();
            repository.store().close();
        });
    }

    private Snapshot now(Coverage coverage) throws IOException {
        var known = snapshots.get(coverage);
        if (known != null) {
            return known;
        }
        var read = opened.isPresent()
                ? opened.get().now(coverage)
                : Opened.nothingCommitted(base.orElseThrow(), folder).snapshot(coverage);
        snapshots.put(coverage, read);
        return read;
    }

    private static ObjectId id(String commit) throws UnverifiableException {
        if (!ObjectId.isId(commit)) {
            throw new UnverifiableException(
                    "There is no commit " + Changes.shown(commit), "Name a commit by its full id");
        }
        return ObjectId.fromString(commit);
    }

    /** Something to find out. */
    private interface Work<I, T> {
        T answer(I input) throws IOException, UnverifiableException;
    }

    private <T> Lookup<T> inHistory(Assurance assurance, Work<Opened, T> work) {
        return opened.isEmpty()
                ? Lookup.absent(absence.orElseThrow())
                : guarded(assurance, () -> work.answer(opened.get()));
    }

    private <T> Lookup<T> onDisk(Work<Snapshot, T> work, Coverage coverage) {
        return base.isEmpty()
                ? Lookup.absent(absence.orElseThrow())
                : guarded(Assurance.ATTESTED, () -> work.answer(now(coverage)));
    }

    /** Something that can fail because of what lies in the repository or on disk. */
    private interface Risky<T> {
        T get() throws IOException, UnverifiableException;
    }

    /** JGit meets broken objects with unchecked exceptions too. */
    private <T> Lookup<T> guarded(Assurance assurance, Risky<T> work) {
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
