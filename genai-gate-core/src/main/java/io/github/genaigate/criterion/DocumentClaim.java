package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Placeholder;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The claim that one document says what is demanded of it.
 *
 * @param name by which the policy demands it
 * @param sections the titles of the sections that must be filled
 * @param minimumWords the fewest different words in each of them
 * @param owned whether somebody must answer for it
 * @param evidence where it is; empty when the manifest does not declare it
 * @param owner who answers for it by the manifest
 * @param place where the manifest declares it
 * @param known the names that the manifest declares
 */
record DocumentClaim(
        String name,
        List<String> sections,
        int minimumWords,
        boolean owned,
        Optional<String> evidence,
        Optional<String> owner,
        Place place,
        List<String> known) {

    /** @param signed whether it must be covered content, so that who approves the content approves it too */
    List<Part> judge(Facts facts, boolean signed) {
        if (evidence.isEmpty()) {
            return List.of(Part.unproven(
                            part(),
                            Reason.MISSING,
                            subject() + "the manifest does not declare it"
                                    + (known.isEmpty() ? "" : "; it has " + Words.few(known)),
                            Words.meant(name, known, "Write it, and add it with its evidence under documents.files"))
                    .assured(Assurance.DECLARED)
                    .at(place));
        }
        var document = facts.evidence(evidence.get(), Shape.DOCUMENT);
        return signed
                ? document.with(facts.content(), this::signed).judge(part(), parts -> parts)
                : document.judge(part(), this::parts);
    }

    private List<Part> signed(Document document, Content content) {
        var parts = parts(document);
        var open = new TreeSet<>(document.files());
        content.paths().forEach(open::remove);
        return open.isEmpty()
                ? parts
                : and(
                        parts,
                        Part.unproven(
                                        part(),
                                        Reason.UNVERIFIABLE,
                                        subject() + Words.few(open) + (open.size() == 1 ? " is" : " are")
                                                + " not covered content, so that no sign-off is about it",
                                        "Add " + Words.few(open)
                                                + " to service.content, and have the content approved again")
                                .at(places(document)));
    }

    private static List<Part> and(List<Part> parts, Part further) {
        var all = new ArrayList<>(parts);
        all.removeIf(part -> !part.outcome().fails());
        all.add(further);
        return all;
    }

    private List<Part> parts(Document document) {
        var parts = new ArrayList<Part>();
        var owners = owners(document);
        if (owned && owners.size() != 1) {
            parts.add(owner(owners).at(places(document)));
        }
        // two titles that say the same are one demand
        var titles = new LinkedHashMap<String, String>();
        sections.forEach(title -> titles.putIfAbsent(Document.key(title), title));
        titles.values().forEach(title -> section(document, title).ifPresent(parts::add));
        return parts.isEmpty() ? List.of(met(document, titles.values().stream().toList(), owners)) : parts;
    }

    private Part met(Document document, List<String> titles, List<String> owners) {
        int fewest = titles.stream()
                .flatMap(title -> document.titled(title).stream())
                .mapToInt(Document.Section::words)
                .min()
                .orElse(0);
        return Part.met(
                        part(),
                        subject() + Words.few(document.files())
                                + (titles.size() == 1 ? " has the section " : " has the sections ")
                                + Words.few(titles) + ", with " + Words.count(fewest, "different word") + " or more"
                                + (owners.isEmpty() ? "" : "; " + Words.few(owners) + " answers for it"))
                .observing(
                        Observation.of("sections", titles.size(), "sections"),
                        Observation.of("fewestWords", fewest, "words"))
                .at(places(document));
    }

    /** Whom manifest and document name; nobody when what they name is a placeholder. */
    private List<String> owners(Document document) {
        var all = new ArrayList<String>();
        owner.ifPresent(all::add);
        document.owners().stream()
                .filter(one -> all.stream().noneMatch(one::equalsIgnoreCase))
                .forEach(all::add);
        all.removeIf(Placeholder::is);
        return all;
    }

    private Part owner(List<String> owners) {
        return owners.isEmpty()
                ? Part.unproven(
                        part(),
                        Reason.UNOWNED,
                        subject() + "neither it nor the manifest says who answers for it",
                        "Write owner: and a name before its text, between two lines of three hyphens")
                : Part.unproven(
                        part(),
                        Reason.INVALID,
                        subject() + "several are said to answer for it: " + Words.few(owners),
                        "Name one owner, the same in the document and under documents.files");
    }

    private Optional<Part> section(Document document, String title) {
        var named = subject() + "section " + Words.brief(title);
        var found = document.titled(title);
        if (found.isEmpty()) {
            var titles = document.sections().stream()
                    .map(Document.Section::title)
                    .distinct()
                    .toList();
            return Optional.of(Part.notMet(
                            part(title),
                            Reason.MISSING,
                            named + " is not there" + (titles.isEmpty() ? "" : "; it has " + Words.few(titles)),
                            Words.meant(title, titles, "Add a heading " + Words.brief(title) + ", and write below it"))
                    .at(places(document)));
        }
        return found.stream()
                .flatMap(section -> unfilled(title, named, section).stream())
                .findFirst();
    }

    private Optional<Part> unfilled(String title, String named, Document.Section section) {
        var words = Observation.of("words", section.words(), "words");
        if (section.placeholder().isPresent()) {
            return Optional.of(Part.notMet(
                            part(title),
                            Reason.INCOMPLETE,
                            named + " is a placeholder: "
                                    + Words.brief(section.placeholder().get()),
                            "Write there what is so for this service")
                    .observing(words)
                    .at(section.place()));
        }
        return section.words() >= minimumWords
                ? Optional.empty()
                : Optional.of(Part.notMet(
                                part(title),
                                Reason.INCOMPLETE,
                                named + " has " + Words.count(section.words(), "different word")
                                        + ", demanded at least " + Words.count(minimumWords),
                                "Write there what is so for this service; a sentence that stands below several headings counts below none")
                        .observing(words)
                        .at(section.place()));
    }

    private static Place[] places(Document document) {
        return Words.first(List.copyOf(document.files())).stream()
                .map(Place::of)
                .toArray(Place[]::new);
    }

    private String part() {
        return "document " + name;
    }

    private String part(String title) {
        return "section " + Words.brief(title) + " of " + name;
    }

    private String subject() {
        return "Document " + name + ": ";
    }
}
