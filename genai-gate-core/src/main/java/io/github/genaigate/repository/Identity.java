package io.github.genaigate.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Somebody who wrote a commit or helped to.
 *
 * @param addresses the one committed, and the one that the mailmap gives for it
 */
record Identity(SortedSet<String> addresses) {

    private static final Pattern CO_AUTHOR = Pattern.compile(
            "^\\s*co-authored-by:([^<>\\n]*)<([^<>\\n]*)>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** The address of the author as committed; empty when the commit names none. */
    static Optional<String> author(RevCommit commit) {
        return Optional.ofNullable(commit.getAuthorIdent())
                .map(author -> Mailmap.lower(author.getEmailAddress()))
                .filter(address -> !address.isEmpty());
    }

    /** The author and the co-authors; the committer did not write it. */
    static List<Identity> of(RevCommit commit, Mailmap mailmap) {
        var all = new ArrayList<Identity>();
        var author = commit.getAuthorIdent();
        if (author != null) {
            of(author.getName(), author.getEmailAddress(), mailmap).ifPresent(all::add);
        }
        var coAuthors = CO_AUTHOR.matcher(commit.getFullMessage());
        while (coAuthors.find()) {
            of(coAuthors.group(1), coAuthors.group(2), mailmap).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Identity> of(String name, String email, Mailmap mailmap) {
        var address = Mailmap.lower(email);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var both = new TreeSet<String>();
        both.add(address);
        both.add(mailmap.proper(name, address));
        return Optional.of(new Identity(both));
    }
}
