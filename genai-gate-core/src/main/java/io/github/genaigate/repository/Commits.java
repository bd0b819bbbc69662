package io.github.genaigate.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.jgit.revwalk.RevCommit;

/** Commits in words. The committer's time counts: the author's is whatever the author says, and survives rebases. */
final class Commits {

    private static final int BRIEF = 7;

    private Commits() {}

    static Instant time(RevCommit commit) {
        var committer = commit.getCommitterIdent();
        return committer == null ? Instant.ofEpochSecond(commit.getCommitTime()) : committer.getWhenAsInstant();
    }

    static LocalDate day(RevCommit commit) {
        return LocalDate.ofInstant(time(commit), ZoneOffset.UTC);
    }

    static String brief(RevCommit commit) {
        return brief(commit.name());
    }

    static String brief(String id) {
        return id.substring(0, Math.min(BRIEF, id.length()));
    }
}
