package io.github.genaigate.repository;

import io.github.genaigate.model.Activity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Who changed covered content. Every commit of the history is looked at, whatever its shape; a merge changes only what it
 * has otherwise than all of its parents.
 *
 * @param history what changed when
 * @param mailmap who is who
 */
record Contributors(History history, Mailmap mailmap) {

    /** Commits this much out of order are still found. */
    private static final Duration DISORDER = Duration.ofDays(7);

    /** A clock that is ahead by so much is forgiven. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Who wrote the commits that changed covered content, of all that lead to one commit and not to the other. */
    Authors authors(ObjectId until, Optional<ObjectId> since, Coverage coverage)
            throws IOException, UnverifiableException {
        var commits = new TreeMap<String, String>();
        try (var walk = new RevWalk(history.trees().reader())) {
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.markStart(walk.parseCommit(until));
            if (since.isPresent()) {
                walk.markUninteresting(walk.parseCommit(since.get()));
            }
            int seen = 0;
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                history.requireParents(commit);
                if (++seen > History.MOST_COMMITS) {
                    throw History.tooLong();
                }
                if (touches(walk, commit, coverage)) {
                    for (Identity identity : Identity.of(commit, mailmap)) {
                        for (String address : identity.addresses()) {
                            commits.putIfAbsent(address, Commits.brief(commit));
                        }
                    }
                }
            }
        }
        return new Authors(commits, mailmap.aliases());
    }

    /**
     * Who changed covered content from one time to another. Only the author of a commit counts, by the address committed: a
     * trailer names whomever it likes, and so does the right-hand side of a mailmap.
     */
    Activity activity(ObjectId head, Instant since, Instant until, Coverage coverage)
            throws IOException, UnverifiableException {
        var people = new TreeMap<String, Person>();
        try (var walk = new RevWalk(history.trees().reader())) {
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.markStart(walk.parseCommit(head));
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                var at = Commits.time(commit);
                if (at.isBefore(since.minus(DISORDER))) {
                    break;
                }
                if (at.isBefore(since) || at.isAfter(until.plus(AHEAD))) {
                    continue;
                }
                history.requireParents(commit);
                if (touches(walk, commit, coverage)) {
                    Identity.author(commit)
                            .ifPresent(
                                    address -> people.computeIfAbsent(mailmap.person(address), person -> new Person())
                                            .add(address, at));
                }
            }
        }
        return new Activity(
                since,
                people.values().stream()
                        .map(Person::contributor)
                        .sorted(Comparator.comparing(
                                person -> person.identities().first()))
                        .toList());
    }

    private boolean touches(RevWalk walk, RevCommit commit, Coverage coverage) throws IOException {
        var parents = new ArrayList<AnyObjectId>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(History.parsed(walk, parent).getTree());
        }
        return !history.trees().changes(commit.getTree(), parents, coverage).isEmpty();
    }

    /** One contributor while commits are counted. */
    private static final class Person {
        private final SortedSet<String> addresses = new TreeSet<>();
        private int commits;
        private Instant latest = Instant.MIN;

        void add(String address, Instant at) {
            addresses.add(address);
            commits++;
            latest = at.isAfter(latest) ? at : latest;
        }

        Activity.Contributor contributor() {
            return new Activity.Contributor(addresses, commits, latest);
        }
    }
}
