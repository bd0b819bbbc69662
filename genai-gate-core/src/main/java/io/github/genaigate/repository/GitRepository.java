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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The git repository around the manifest's folder, and the covered content in it. It can always be opened: where there is no
 * repository, or one that cannot be read, its answers say so. All paths are relative to the manifest's folder where
 * nothing else is said. The working tree is read once for each {@link Coverage} and taken not to change while the repository is open.
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

    /** The top of the working tree in which the folder lies, links resolved; the folder itself where there is none. */
    public static Path top(Path baseDirectory) {
        try {
            var base = baseDirectory.toRealPath();
            return GitFolder.above(base).map(GitFolder::workTree).orElse(base);
        } catch (IOException | UnverifiableException unusable) {
            return baseDirectory;
        }
    }

    private static GitRepository without(Optional<Path> base, Optional<GitFolder> folder, Absence why) {
        return new GitRepository(base, folder, Optional.empty(), Optional.of(why));
    }

    /** Why there is no history to look at; empty when there is one. */
    public Optional<Absence> absence() {
        return absence;
    }

    /** Whether the folder lies in no repository at all; one that cannot be read is there. */
    public boolean isNone() {
        return base.isPresent() && folder.isEmpty() && opened.isEmpty();
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
                    var unmatched = Unmatched.of(now, coverage);
                    if (!unmatched.globs().isEmpty()) {
                        throw new UnverifiableException(unmatched.absence());
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

    /** The globs that match no covered file on disk, in the order given; all when the disk cannot be read. */
    public List<Glob> unmatched(Coverage coverage) {
        var found = new ArrayList<>(coverage.globs());
        onDisk(now -> found.retainAll(Unmatched.of(now, coverage).globs()), coverage);
        return found;
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
     * Files as HEAD has them, whatever lies on disk; those that are not there are left out. Absent when one is a link, or is
     * larger than the limit.
     *
     * @param paths from the top of the working tree, not from the manifest's folder
     */
    public Lookup<Map<String, byte[]>> atTop(List<String> paths, int limit) {
        return inHistory(Assurance.ATTESTED, repository -> new TopFiles(repository).bytes(paths, limit));
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
     * All forms that a file ever took along first parents, newest first. Absent when the clone is shallow, or when there are
     * more than the most.
     *
     * @param limit larger forms are left out
     */
    public Lookup<List<Committed>> everyVersion(String path, int most, int limit) {
        return inHistory(Assurance.DECLARED, repository -> {
            repository.history().requireWhole(repository.head());
            var all = repository.history().versions(repository.head(), path, most + 1, limit);
            if (all.size() > most) {
                throw new UnverifiableException(
                        Changes.shown(path) + " took more than " + most + " forms in history",
                        "Keep one record for each approval");
            }
            return all;
        });
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

    /** Which authors changed covered content from one time to another, by the committer's time. */
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
                : guard().of(assurance, () -> work.answer(opened.get()));
    }

    private <T> Lookup<T> onDisk(Work<Snapshot, T> work, Coverage coverage) {
        return base.isEmpty()
                ? Lookup.absent(absence.orElseThrow())
                : guard().of(Assurance.ATTESTED, () -> work.answer(now(coverage)));
    }

    private Guard guard() {
        return new Guard(base, opened);
    }
}
