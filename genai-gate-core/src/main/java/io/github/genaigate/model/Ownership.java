package io.github.genaigate.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which paths, as a code owners file says. Each section is evaluated by itself, and in a section the last rule
 * that matches wins; a file without sections has one.
 *
 * @param sections in the order of the file
 */
public record Ownership(List<Part> sections) implements Measurement {

    public Ownership {
        sections = List.copyOf(sections);
    }

    /**
     * Rules that are evaluated together.
     *
     * @param name the section's name, empty for the rules before any section
     * @param optional whether nobody has to approve
     * @param rules in the order of the file
     */
    public record Part(String name, boolean optional, List<Rule> rules) {
        public Part {
            rules = List.copyOf(rules);
        }

        /** The last rule about the path, unless some rule takes the path out. */
        private Optional<Rule> deciding(String path) {
            @Nullable Rule last = null;
            for (int i = rules.size() - 1; i >= 0; i--) {
                var rule = rules.get(i);
                if ((last == null || rule.excludes()) && rule.paths().matches(path)) {
                    if (rule.excludes()) {
                        return Optional.empty();
                    }
                    last = rule;
                }
            }
            return Optional.ofNullable(last);
        }
    }

    /**
     * One pattern of a line. A line whose pattern names a folder as well as what lies in it gives two.
     *
     * @param paths the paths it is about, relative to the repository's root
     * @param owners who owns them; nobody when empty
     * @param excludes whether the paths are taken out of the section
     * @param place the line
     */
    public record Rule(Glob paths, List<String> owners, boolean excludes, Place place) {
        public Rule {
            owners = List.copyOf(owners);
        }
    }

    /** Everybody who owns the path, sorted. An optional section makes nobody an owner, since nobody has to approve. */
    public Collection<String> owners(String path) {
        var all = new TreeSet<String>();
        sections.stream()
                .filter(section -> !section.optional())
                .flatMap(section -> section.deciding(path).stream())
                .forEach(rule -> all.addAll(rule.owners()));
        return all;
    }

    @Override
    public Ownership merge(Measurement other) {
        return new Ownership(Stream.concat(sections.stream(), Measurement.as(Ownership.class, other).sections.stream())
                .toList());
    }
}
