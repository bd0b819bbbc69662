package io.github.genaigate.gate;

import com.fasterxml.jackson.core.JsonParser;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How often evidence for the same content was judged, as decision files of earlier runs tell: whoever measures again and
 * again until the gate is green is met by luck in the end.
 *
 * @param number of sets of evidence that differ, this one included
 * @param problems why it cannot be told
 */
record Tries(int number, List<Problem> problems) {

    static final Tries UNKNOWN = new Tries(1, List.of());

    private static final int MOST_FILES = 10_000;
    private static final long LARGEST = 64L << 20;

    Tries {
        problems = List.copyOf(problems);
    }

    /**
     * Counts.
     *
     * @param folder of decision files
     * @param service the service under judgement
     * @param content the digest of its covered content
     * @param evidence the digests of the evidence that is judged now
     */
    static Tries of(Path folder, String service, Optional<String> content, SortedSet<String> evidence) {
        var problems = new ArrayList<Problem>();
        var sets = new HashSet<Set<String>>();
        sets.add(evidence);
        for (Path file : files(folder, problems)) {
            try {
                read(file)
                        .filter(earlier -> earlier.service().equals(Optional.of(service))
                                && earlier.content().isPresent()
                                && earlier.content().equals(content))
                        .ifPresent(earlier -> sets.add(earlier.evidence()));
            } catch (IOException broken) {
                problems.add(new Problem(
                        Place.of(String.valueOf(file.getFileName())),
                        "The earlier decision cannot be read",
                        "Remove what is no decision file from the folder of earlier decisions"));
            }
        }
        return new Tries(sets.size(), problems);
    }

    private static List<Path> files(Path folder, List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(unreadable());
            return List.of();
        }
        // a link is followed: what is passed over would count as never tried
        try (var all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            var files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() <= MOST_FILES) {
                return files;
            }
            problems.add(new Problem(
                    Place.of("genai-gate.earlierDecisions"),
                    "The folder of earlier decisions holds more than " + MOST_FILES + " files",
                    "Keep the decisions of one service in a folder of their own"));
        } catch (IOException | UncheckedIOException broken) {
            problems.add(unreadable());
        }
        return List.of();
    }

    private static Problem unreadable() {
        return new Problem(
                Place.of("genai-gate.earlierDecisions"),
                "The folder of earlier decisions cannot be read",
                "Name a folder of decision files, and allow the build to read it");
    }

    /** What an earlier decision was about. */
    private record Earlier(Optional<String> service, Optional<String> content, SortedSet<String> evidence) {}

    private static Optional<Earlier> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large");
        }
        Json.Value decision;
        try (JsonParser parser = Json.parser(Files.newInputStream(file))) {
            parser.nextToken();
            decision = Json.valueWith(Set.of("schema", "service", "subject", "evidence"), parser);
        }
        if (!decision.get("schema").text().equals(Optional.of(Decision.SCHEMA))) {
            throw new IOException("no decision");
        }
        var evidence = new TreeSet<String>();
        decision.get("evidence").items().forEach(one -> one.get("sha256").text().ifPresent(evidence::add));
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Earlier(
                        decision.get("service").text(),
                        decision.at("subject", "content").text(),
                        evidence));
    }
}
