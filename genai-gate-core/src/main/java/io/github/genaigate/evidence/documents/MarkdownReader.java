package io.github.genaigate.evidence.documents;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.PlainText;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a document in Markdown that says before its text who owns it and when it was reviewed. */
public final class MarkdownReader implements EvidenceReader {

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public String purpose() {
        return "Documents in Markdown that begin with front matter in YAML: owner, reviewed (or date), status.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.DOCUMENT;
    }

    /** Many things begin with three hyphens; a document that shall be found says who owns it, or when it was reviewed. */
    @Override
    public boolean recognises(byte[] head) {
        var lines = new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
        if (lines.isEmpty() || !FrontMatter.begins(lines.get(0))) {
            return false;
        }
        var front = lines.stream()
                .skip(1)
                .takeWhile(line -> !FrontMatter.begins(line))
                .toList();
        return front.size() < lines.size() - 1
                && front.stream().anyMatch(line -> line.startsWith("owner:") || line.startsWith("reviewed:"));
    }

    @Override
    public long limit() {
        return Yaml.LONGEST;
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        var file = source.name();
        var lines = lines(source);
        var front = FrontMatter.of(file, lines);
        var outline = new Outline();
        for (int i = front.lines(); i < lines.size(); i++) {
            outline.add(i + 1, lines.get(i));
        }
        var document = new Document(
                new TreeSet<>(Set.of(file)),
                new TreeSet<>(front.owner().stream().toList()),
                Sections.of(file, outline.parts()));
        // What it says may be wrong; that it says so the gate has read itself.
        var reading = Reading.complete(
                document,
                Assurance.MEASURED,
                front.reviewed().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return front.doubt()
                .or(() -> empty(document, file))
                .map(reading::doubtedFor)
                .orElse(reading);
    }

    private static Optional<Absence> empty(Document document, String file) {
        return document.sections().isEmpty()
                ? Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        "The document has no section",
                        "Divide it by headings, such as ## Risks",
                        Place.of(file)))
                : Optional.empty();
    }

    private static List<String> lines(Source source) throws UnreadableException, IOException {
        byte[] bytes;
        try (var in = source.open()) {
            bytes = in.readNBytes(Yaml.LONGEST + 1);
        }
        if (bytes.length > Yaml.LONGEST) {
            throw new UnreadableException(
                    Place.of(source.name()), "The document is larger than 1 MiB", "Divide it into several files");
        }
        var text = PlainText.of(source.name(), bytes);
        if (text.value().isEmpty()) {
            throw UnreadableException.of(text.problems());
        }
        if (text.value().get().isBlank()) {
            throw new UnreadableException(Place.of(source.name()), "The file is empty", FrontMatter.MEND);
        }
        return text.value().get().lines().toList();
    }
}
