package io.github.genaigate.evidence.ownership;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Ownership.Part;
import io.github.genaigate.model.Ownership.Rule;
import io.github.genaigate.model.Parsed;
import io.github.genaigate.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A code owners file while it is read, line by line. */
final class CodeownersFile {

    private final String file;
    private final Dialect dialect;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private Section section;
    private List<String> defaultOwners = List.of();

    CodeownersFile(String file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.section = section("", false);
    }

    /** A line that the platform does not take as it is written. */
    record Complaint(Place place, String what) {}

    private static final class Section {
        private final String name;
        private final List<Rule> rules = new ArrayList<>();
        private boolean optional;

        Section(String name, boolean optional) {
            this.name = name;
            this.optional = optional;
        }
    }

    void add(int number, String text) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var place = new Place(file, number, 0);
        if (dialect == Dialect.GITLAB && (line.startsWith("[") || line.startsWith("^["))) {
            header(line, place);
        } else {
            rule(line, place);
        }
    }

    private void header(String line, Place place) {
        var header = Dialect.sectionHeader(line);
        if (!header.matches()) {
            complaints.add(new Complaint(place, Excerpt.of(line, 60) + " is no section"));
            return;
        }
        section =
                section(header.group("name").strip(), !header.group("optional").isEmpty());
        String owners = header.group("owners");
        defaultOwners = owners == null ? List.of() : owners(owners, place);
    }

    /** Sections of one name are one, required as soon as one of them is. */
    private Section section(String name, boolean optional) {
        var found = sections.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Section(name, optional));
        found.optional &= optional;
        return found;
    }

    private void rule(String line, Place place) {
        boolean excludes = dialect == Dialect.GITLAB && line.startsWith("!");
        int end = endOfPattern(line);
        Parsed<List<Glob>> globs = dialect.globs(line.substring(excludes ? 1 : 0, end));
        if (globs.value().isEmpty()) {
            complaints.add(new Complaint(place, globs.complaint()));
            return;
        }
        int before = complaints.size();
        List<String> written = owners(line.substring(end), place);
        if (dialect == Dialect.GITHUB && complaints.size() > before) {
            return;
        }
        List<String> owners = written.isEmpty() ? defaultOwners : written;
        globs.value().get().forEach(glob -> section.rules.add(new Rule(glob, owners, excludes, place)));
    }

    private static int endOfPattern(String line) {
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, line.length());
    }

    private List<String> owners(String text, Place place) {
        var owners = new ArrayList<String>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (word.isEmpty() || word.startsWith("#")) {
                break;
            }
            if (dialect.isOwner(word)) {
                owners.add(word);
            } else {
                complaints.add(new Complaint(place, Excerpt.of(word, 60) + " is no owner"));
            }
        }
        return owners;
    }

    boolean isEmpty() {
        return sections.values().stream().allMatch(each -> each.rules.isEmpty());
    }

    List<Complaint> complaints() {
        return complaints;
    }

    Ownership ownership() {
        return new Ownership(sections.values().stream()
                .filter(each -> !each.name.isEmpty() || !each.rules.isEmpty())
                .map(each -> new Part(each.name, each.optional, each.rules))
                .toList());
    }
}
