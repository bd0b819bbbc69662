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
 * @param proper the address that counts for the person
 * @param addresses that one and the one committed
 */
record Identity(String proper, SortedSet<String> addresses) {

    private static final Pattern CO_AUTHOR = Pattern.compile(
            "^\\s*co-authored-by:([^<>\\n]*)<([^<>\\n]*)>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

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
        var proper = mailmap.proper(name, address);
        var both = new TreeSet<String>();
        both.add(address);
        both.add(proper);
        return Optional.of(new Identity(proper, both));
    }
}
