package io.github.genaigate.evidence.documents;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a document says about itself before it begins: YAML between two lines of three hyphens. Keys that mean nothing
 * here are for other tools.
 *
 * @param owner who answers for it
 * @param reviewed when somebody last went through it, or else wrote it
 * @param doubt why it is not in force
 * @param lines how many lines it takes, with those of hyphens
 */
record FrontMatter(Optional<String> owner, Optional<LocalDate> reviewed, Optional<Absence> doubt, int lines) {

    static final String MEND = "Begin the document with a line ---, owner: and reviewed: with a date, and a line ---";

    private static final String FENCE = "---";
    private static final Set<String> IN_FORCE = Set.of(
            "accepted",
            "active",
            "adopted",
            "approved",
            "current",
            "effective",
            "final",
            "in force",
            "published",
            "released",
            "reviewed",
            "signed",
            "valid");

    static boolean begins(String line) {
        return line.stripTrailing().equals(FENCE);
    }

    static FrontMatter of(String file, List<String> lines) throws UnreadableException {
        if (lines.isEmpty() || !begins(lines.get(0))) {
            throw new UnreadableException(
                    new Place(file, 1, 1), "The document does not say who owns it and when it was reviewed", MEND);
        }
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i).stripTrailing();
            if (line.equals(FENCE) || line.equals("...")) {
                return read(file, lines.subList(0, i), i + 1);
            }
        }
        throw new UnreadableException(
                new Place(file, 1, 1), "What the document says about itself has no end: no second line is ---", MEND);
    }

    private static FrontMatter read(String file, List<String> lines, int length) throws UnreadableException {
        if (lines.stream().skip(1).allMatch(String::isBlank)) {
            return new FrontMatter(Optional.empty(), Optional.empty(), Optional.empty(), length);
        }
        // with the first line of hyphens, which YAML allows, places are those of the file
        var yaml = Yaml.read(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        if (yaml.value().isEmpty()) {
            throw UnreadableException.of(yaml.problems());
        }
        if (!(yaml.value().get() instanceof Node.Members members)) {
            throw new UnreadableException(
                    yaml.value().get().place(), "What the document says about itself is not a map", MEND);
        }
        var reviewed = scalar(members, "reviewed", Kind.DATE);
        return new FrontMatter(
                scalar(members, "owner", Kind.LINE),
                reviewed.isPresent() ? reviewed : scalar(members, "date", Kind.DATE),
                scalar(members, "status", Kind.LINE)
                        .filter(status -> !IN_FORCE.contains(status.strip().toLowerCase(Locale.ROOT)))
                        .map(status -> notInForce(status, members)),
                length);
    }

    private static Absence notInForce(String status, Node.Members members) {
        return Absence.of(
                Reason.INCOMPLETE,
                "The document says that its status is " + status,
                "Finish it, and write status: approved",
                members.get("status").orElseThrow().place());
    }

    private static <T> Optional<T> scalar(Node.Members members, String key, Kind.Scalar<T> kind)
            throws UnreadableException {
        var node = members.get(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Node.Scalar scalar) || scalar.isNull()) {
            throw wrong(key, node.get(), kind, "it is " + node.get().description());
        }
        var parsed = kind.parse().apply(scalar.text());
        if (parsed.value().isEmpty()) {
            throw wrong(key, scalar, kind, parsed.complaint());
        }
        return parsed.value();
    }

    private static UnreadableException wrong(String key, Node node, Kind<?> kind, String complaint) {
        return new UnreadableException(
                node.place(), key + " is not " + kind.description() + ": " + complaint, "Write " + kind.description());
    }
}
