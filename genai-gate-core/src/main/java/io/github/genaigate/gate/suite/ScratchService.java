package io.github.genaigate.gate.suite;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Glob;
import io.github.genaigate.repository.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The service of a case in a folder and a repository of its own, so that the gate judges it as it judges any other. */
final class ScratchService {

    /** Beyond this a case is no test any more. */
    private static final int LARGEST = 1 << 28;

    private static final List<String> NEVER = List.of("target/**", "node_modules/**", ".git/**");

    private final BaseDirectory suite;
    private final SuiteCase given;
    private final Path folder;
    private final Set<String> uncommitted = new TreeSet<>();

    /**
     * @param suite the folder of the suite
     * @param folder where the service is written to; not there yet
     */
    ScratchService(BaseDirectory suite, SuiteCase given, Path folder) {
        this.suite = suite;
        this.given = given;
        this.folder = folder;
    }

    /**
     * Writes the files and commits them.
     *
     * @return the repository, to which approvals are added
     * @throws RefusedException when the suite names files that are not there, or the history brings none
     * @throws IOException when it cannot be written
     */
    ScratchRepository write() throws RefusedException, IOException {
        copy();
        replace();
        var repository = ScratchRepository.in(folder);
        for (Entry commit : given.history()) {
            commit(repository, commit);
        }
        return repository;
    }

    private void copy() throws RefusedException, IOException {
        var left = new ArrayList<Glob>();
        NEVER.forEach(pattern -> left.add(new Glob(pattern)));
        for (String pattern : given.without()) {
            var glob = new Glob(pattern);
            if (below(glob).isEmpty()) {
                throw new RefusedException(
                        "without " + pattern + " matches no file of the service", "Correct the glob");
            }
            left.add(glob);
        }
        for (String path : below(new Glob("**"))) {
            if (left.stream().noneMatch(glob -> glob.matches(path))) {
                put(path, suite.bytes(given.service() + "/" + path, LARGEST));
            }
        }
        if (uncommitted.isEmpty()) {
            throw new RefusedException("The service " + given.service() + " has no files", "Name its folder");
        }
    }

    /** The files of the service that a glob matches, relative to it. */
    private List<String> below(Glob glob) throws RefusedException {
        var prefix = given.service() + "/";
        return suite.files(new Glob(prefix + "**")).stream()
                .map(path -> path.substring(prefix.length()))
                .filter(glob::matches)
                .toList();
    }

    private void replace() throws RefusedException, IOException {
        for (var entry : given.replace().entrySet()) {
            put(entry.getKey(), suite.bytes(entry.getValue(), LARGEST));
        }
    }

    /** Writes a file, to be committed with the next commit that asks for it. */
    void put(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        uncommitted.add(path);
    }

    private void commit(ScratchRepository repository, Entry commit) throws RefusedException, IOException {
        var globs = commit.find(SuiteShape.FILES).orElse(List.of("**")).stream()
                .map(Glob::new)
                .toList();
        var paths = uncommitted.stream()
                .filter(path -> globs.stream().anyMatch(glob -> glob.matches(path)))
                .toList();
        if (paths.isEmpty()) {
            throw new RefusedException(
                    "The commit of " + commit.get(SuiteShape.AUTHOR) + " brings no file",
                    "Correct its files, or leave the commit out");
        }
        commit(repository, paths, commit.get(SuiteShape.AUTHOR), given.now().minus(commit.get(SuiteShape.AGE)));
    }

    void commit(ScratchRepository repository, List<String> paths, String author, Instant at) throws IOException {
        repository.commit(paths, author, at);
        paths.forEach(uncommitted::remove);
    }
}
