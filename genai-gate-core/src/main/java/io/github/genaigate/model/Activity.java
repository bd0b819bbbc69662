package io.github.genaigate.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who committed to the covered content lately.
 *
 * @param since the beginning of the time looked at
 * @param contributors sorted by their first identity
 */
public record Activity(Instant since, List<Contributor> contributors) {
    public Activity {
        contributors = List.copyOf(contributors);
    }

    /**
     * One person.
     *
     * @param identities the e-mail addresses that the person committed with as the author, in lower case
     * @param commits how many commits
     * @param latest the time of the latest
     */
    public record Contributor(SortedSet<String> identities, int commits, Instant latest) {
        public Contributor {
            identities = Collections.unmodifiableSortedSet(new TreeSet<>(identities));
        }
    }
}
