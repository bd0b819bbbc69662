package io.github.genaigate.repository;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who wrote a change of the covered content: authors and co-authors, as committed and as {@code .mailmap} maps them.
 *
 * @param commits the newest commit of each, shortened, by e-mail address in lower case
 * @param aliases other addresses of the same person by address, as {@code .mailmap} maps them
 */
public record Authors(SortedMap<String, String> commits, SortedMap<String, SortedSet<String>> aliases) {

    public Authors {
        commits = Collections.unmodifiableSortedMap(new TreeMap<>(commits));
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    /** A commit of the person, whichever of the addresses is given. */
    public Optional<String> commitOf(String email) {
        var address = email.toLowerCase(Locale.ROOT);
        var all = new TreeSet<String>();
        all.add(address);
        var others = aliases.get(address);
        if (others != null) {
            all.addAll(others);
        }
        return commits.entrySet().stream()
                .filter(entry -> all.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
