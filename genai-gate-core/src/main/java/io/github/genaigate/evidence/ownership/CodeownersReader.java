package io.github.genaigate.evidence.ownership;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads code owners files in the dialects of GitHub and GitLab. */
public final class CodeownersReader implements EvidenceReader {

    private static final int LARGEST = 3 * 1024 * 1024;
    /** Every covered path is held against every line: with as many as fit into 3 MB that would take minutes. */
    private static final int MOST_LINES = 20_000;

    private static final int MOST_PLACES = 5;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SHORTEN = "Shorten it, for example by naming folders in place of files";
    private static final String LINES = "Write one pattern with its owners on each line";

    @Override
    public String format() {
        return "codeowners";
    }

    @Override
    public String purpose() {
        return "CODEOWNERS files in the dialects of GitHub and GitLab.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.OWNERSHIP;
    }

    @Override
    public boolean recognises(byte[] head) {
        return CodeownersLook.of(head);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        Place place = Place.of(source.name());
        String text = text(source, place);
        if (text.isBlank()) {
            throw new UnreadableException(place, "The file is empty", LINES);
        }
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() > MOST_LINES) {
            throw new UnreadableException(
                    place,
                    "The code owners file has " + lines.size() + " lines, more than the " + MOST_LINES
                            + " that are read",
                    SHORTEN);
        }
        var dialect = Dialect.of(source.name(), lines);
        var file = new CodeownersFile(source.name(), dialect);
        for (int i = 0; i < lines.size(); i++) {
            refuseControlCharacters(lines.get(i).stripTrailing(), new Place(source.name(), i + 1, 0));
            file.add(i + 1, lines.get(i));
        }
        // The file is the rule itself, not somebody's word about it.
        var reading = Reading.complete(file.ownership(), Assurance.MEASURED, Optional.empty());
        return doubt(file, place, dialect).map(reading::doubtedFor).orElse(reading);
    }

    private static String text(Source source, Place place) throws UnreadableException, IOException {
        byte[] bytes;
        try (var in = source.open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new UnreadableException(
                    place, "The code owners file is larger than 3 MB, and platforms ignore it then", SHORTEN);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new UnreadableException(place, "The file is not text in UTF-8", "Save it in UTF-8");
        }
    }

    private static void refuseControlCharacters(String line, Place place) throws UnreadableException {
        if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            throw new UnreadableException(place, "The line holds control characters", LINES);
        }
    }

    private static Optional<Absence> doubt(CodeownersFile file, Place place, Dialect dialect) {
        var complaints = file.complaints();
        if (!complaints.isEmpty()) {
            int more = complaints.size() - 1;
            return Optional.of(new Absence(
                    Reason.UNREADABLE,
                    "Line " + complaints.get(0).place().line() + " of the code owners does not do what it says on "
                            + dialect.platform() + ": " + complaints.get(0).what()
                            + (more == 0 ? "" : "; and " + more + " more"),
                    "Rewrite the line as " + dialect.platform() + " understands it",
                    complaints.stream()
                            .map(CodeownersFile.Complaint::place)
                            .distinct()
                            .limit(MOST_PLACES)
                            .toList()));
        }
        return file.isEmpty()
                ? Optional.of(Absence.of(Reason.INCOMPLETE, "The code owners file names no path", LINES, place))
                : Optional.empty();
    }
}
