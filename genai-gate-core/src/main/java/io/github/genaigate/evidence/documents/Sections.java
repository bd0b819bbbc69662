package io.github.genaigate.evidence.documents;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.documents.Outline.Part;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in each section, deeper ones included. A sentence that stands below several headings counts below none:
 * what is said everywhere says nothing of the one thing.
 */
final class Sections {

    private final List<Part> parts;
    private final List<Prose> texts = new ArrayList<>();
    /** Below how many headings a sentence stands. */
    private final Map<List<String>, Integer> spread = new HashMap<>();

    private Sections(List<Part> parts) {
        this.parts = parts;
        for (Part part : parts) {
            var text = Prose.of(part.lines);
            texts.add(text);
            new HashSet<>(text.sentences()).forEach(sentence -> spread.merge(sentence, 1, Integer::sum));
        }
    }

    static List<Document.Section> of(String file, List<Part> parts) {
        var all = new Sections(parts);
        var sections = new ArrayList<Document.Section>();
        for (int i = 0; i < parts.size(); i++) {
            sections.add(all.section(file, i));
        }
        return List.copyOf(sections);
    }

    private Document.Section section(String file, int first) {
        int end = first + 1;
        while (end < parts.size() && parts.get(end).level > parts.get(first).level) {
            end++;
        }
        Set<String> words = new HashSet<>();
        for (int i = first; i < end; i++) {
            var title = Prose.words(parts.get(i).title);
            texts.get(i).sentences().stream()
                    .filter(sentence -> spread.getOrDefault(sentence, 0) == 1 && !sentence.equals(title))
                    .forEach(words::addAll);
        }
        return new Document.Section(
                Excerpt.of(Prose.title(parts.get(first).title)),
                words.size(),
                placeholder(first, end, words.isEmpty()),
                new Place(file, parts.get(first).line, 1));
    }

    private Optional<String> placeholder(int first, int end, boolean wordless) {
        var inside = texts.subList(first, end);
        var mark = inside.stream().flatMap(text -> text.mark().stream()).findFirst();
        return mark.isPresent() || !wordless ? mark : Optional.of(instead(parts.subList(first, end), inside));
    }

    private static String instead(List<Part> parts, List<Prose> texts) {
        if (texts.stream().anyMatch(text -> !text.sentences().isEmpty())) {
            return "only what stands below another heading too, or the heading again, stands there";
        }
        if (texts.stream().anyMatch(Prose::hasUntickedBox)) {
            return "only boxes that are not ticked stand there";
        }
        if (texts.stream().anyMatch(Prose::hasToReplace)) {
            return "only text that is to be replaced stands there";
        }
        return parts.stream().anyMatch(part -> part.commented) ? "only a comment stands there" : "nothing stands there";
    }
}
