package io.github.genaigate.repository;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Paths whose content differs between two states, for messages.
 *
 * @param paths relative to the manifest's folder, sorted
 */
public record Changes(List<String> paths) {

    private static final int SHOWN = 3;
    private static final int LONGEST = 120;

    public Changes {
        paths = List.copyOf(paths);
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** The first paths, and how many more there are: {@code a, b, c and 4 more}. */
    @Override
    public String toString() {
        var first = paths.stream().limit(SHOWN).map(Changes::shown).collect(Collectors.joining(", "));
        return paths.size() <= SHOWN ? first : first + " and " + (paths.size() - SHOWN) + " more";
    }

    /** On one line, and not longer than a line. */
    static String shown(String path) {
        var line = path.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
