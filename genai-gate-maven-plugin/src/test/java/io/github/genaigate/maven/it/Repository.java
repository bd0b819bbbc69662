package io.github.genaigate.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.SystemReader;

/** A git repository made with JGit: a machine that runs the tests needs no git. */
final class Repository {

    private final Path folder;

    /** A new repository in a folder. */
    Repository(Path folder) {
        this.folder = folder;
        SystemReader.setInstance(new NoUserSettings(SystemReader.getInstance()));
        try {
            Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .close();
        } catch (GitAPIException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Commits some files or folders, those of them that exist; or everything. */
    void commit(String author, Instant at, String message, String... paths) {
        try (var git = Git.open(folder.toFile())) {
            var add = git.add();
            if (paths.length == 0) {
                add.addFilepattern(".");
            }
            boolean any = paths.length == 0;
            for (String path : paths) {
                if (Files.exists(folder.resolve(path))) {
                    add.addFilepattern(path);
                    any = true;
                }
            }
            if (!any) {
                return;
            }
            add.call();
            var who = new PersonIdent(author.substring(0, author.indexOf('@')), author, at, ZoneOffset.UTC);
            git.commit()
                    .setMessage(message)
                    .setAuthor(who)
                    .setCommitter(who)
                    .setSign(false)
                    .call();
        } catch (IOException | GitAPIException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
