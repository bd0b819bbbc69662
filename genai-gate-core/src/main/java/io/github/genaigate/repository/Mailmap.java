package io.github.genaigate.repository;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which addresses belong to one person, as {@code .mailmap} at HEAD says. */
final class Mailmap {

    private final List<Line> lines;

    private final SortedMap<String, SortedSet<String>> aliases = new TreeMap<>();
    private final Map<String, String> people = new HashMap<>();

    private Mailmap(List<Line> lines) {
        this.lines = lines;
        lines.forEach(line -> {
            aliases.computeIfAbsent(line.committed(), address -> new TreeSet<>())
                    .add(line.proper());
            aliases.computeIfAbsent(line.proper(), address -> new TreeSet<>()).add(line.committed());
        });
        aliases.keySet().forEach(this::spread);
    }

    /** Gives the first address of a person to all that hang together with it. */
    private void spread(String first) {
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            var address = open.pop();
            if (people.putIfAbsent(address, first) == null) {
                open.addAll(aliases.get(address));
            }
        }
    }

    /**
     * One line that maps an address.
     *
     * @param proper the address that counts
     * @param name the name in the commit, in lower case; empty for any
     * @param committed the address in the commit
     */
    private record Line(String proper, String name, String committed) {}

    /** Reads the lines that map an address; those that only map a name are of no interest. */
    static Mailmap read(byte[] bytes) {
        var lines = new ArrayList<Line>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(text -> {
            int open = text.indexOf('<');
            int close = text.indexOf('>', open);
            int open2 = text.indexOf('<', close);
            int close2 = text.indexOf('>', open2);
            if (!text.startsWith("#") && 0 <= open && open < close && close < open2 && open2 < close2) {
                lines.add(new Line(
                        lower(text.substring(open + 1, close)),
                        lower(text.substring(close + 1, open2)),
                        lower(text.substring(open2 + 1, close2))));
            }
        });
        return new Mailmap(lines);
    }

    /** The address that counts for somebody; the same when it is not mapped. A line with the name goes before one without. */
    String proper(String name, String email) {
        var address = lower(email);
        var person = lower(name);
        return last(address, person).or(() -> last(address, "")).orElse(address);
    }

    private Optional<String> last(String address, String name) {
        return lines.stream()
                .filter(line -> line.committed().equals(address) && line.name().equals(name))
                .reduce((earlier, later) -> later)
                .map(Line::proper);
    }

    /** For each address, all others that any line calls the same person's. */
    SortedMap<String, SortedSet<String>> aliases() {
        return aliases;
    }

    /**
     * What all addresses have in common that lines tie together, whatever names and directions they give: counted by it, a
     * mailmap merges people and never makes two of one.
     */
    String person(String email) {
        var address = lower(email);
        return people.getOrDefault(address, address);
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
