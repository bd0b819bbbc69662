package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads each piece of evidence once, with all the questions that are asked of it. */
final class EvidenceGathering {

    private static final int MOST_FILES = 1_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final BaseDirectory base;
    private final List<EvidenceReader> readers;
    private final Provenance provenance;
    private final Instant clock;

    EvidenceGathering(BaseDirectory base, List<EvidenceReader> readers, Provenance provenance, Instant clock) {
        this.base = base;
        this.readers = readers;
        this.provenance = provenance;
        this.clock = clock;
    }

    /** One file, read. */
    record File(
            String path,
            Lookup<Measurement> measurement,
            Optional<String> format,
            Optional<String> sha256,
            Optional<Instant> takenAt,
            Provenance.Bound bound) {

        static File refused(String path, Absence why) {
            return new File(
                    path,
                    Lookup.absent(why),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Provenance.Bound.NOT);
        }
    }

    /** Everything that a declaration stands for. */
    Gathered gather(Manifest.Evidence declared, Set<Question> questions) {
        List<String> paths;
        try {
            paths = base.files(new Glob(declared.path()));
        } catch (RefusedException refused) {
            return Gathered.absent(
                    declared, Absence.of(Reason.UNREADABLE, refused.what(), refused.mend(), declared.place()));
        }
        if (paths.isEmpty()) {
            return Gathered.absent(
                    declared,
                    Absence.of(
                            Reason.MISSING,
                            "The evidence " + declared.name() + " is not there: no file is at " + declared.path(),
                            "Run the tool that writes it before the gate, or correct the path",
                            declared.place()));
        }
        if (paths.size() > MOST_FILES) {
            return Gathered.absent(
                    declared,
                    Absence.of(
                            Reason.UNREADABLE,
                            "The evidence " + declared.name() + " is " + paths.size() + " files, more than "
                                    + MOST_FILES,
                            "Narrow the glob to the files of one run",
                            declared.place()));
        }
        var files = new ArrayList<File>();
        var bounds = provenance.of(
                paths.stream().filter(path -> isBound(path, declared)).toList(), declared.covers());
        var copies = new Copies();
        for (String path : paths) {
            files.add(copies.refuse(read(path, declared, questions, bounds.getOrDefault(path, Provenance.Bound.NOT))));
        }
        return Gathered.of(declared, files);
    }

    /** To be tied to the content, a file is hashed, however large it is; one that nobody would read is left alone. */
    private boolean isBound(String path, Manifest.Evidence declared) {
        try {
            Path file = base.file(path);
            return Files.size(file) <= reader(path, file, declared).limit();
        } catch (RefusedException | UnreadableException | IOException | RuntimeException toldByReading) {
            return false;
        }
    }

    private File read(String path, Manifest.Evidence declared, Set<Question> questions, Provenance.Bound bound) {
        try {
            Path file = base.file(path);
            EvidenceReader reader = reader(path, file, declared);
            long size = Files.size(file);
            if (size > reader.limit()) {
                throw new UnreadableException(
                        Place.of(path),
                        path + " has " + size + " bytes, more than the " + reader.limit() + " that are read of "
                                + reader.format(),
                        "Name the right file, or let the tool write less");
            }
            try (var source = new HashedFile(path, file, size)) {
                Reading reading = reader.read(source, questions);
                return file(path, reader, reading, source.sha256(), bound);
            }
        } catch (RuntimeException defect) {
            // a reader that fails proves nothing, and must not keep the rest from being told
            return File.refused(
                    path,
                    Absence.of(
                            Reason.UNREADABLE,
                            path + " holds something that its reader could not cope with: "
                                    + defect.getClass().getSimpleName(),
                            "Look into the file, and let the tool write it again;"
                                    + " when it is as it should be, report a defect of the reader",
                            Place.of(path)));
        } catch (UnreadableException unreadable) {
            return File.refused(path, AboutFile.of(path, unreadable.absence()));
        } catch (RefusedException refused) {
            return File.refused(path, Absence.of(Reason.UNREADABLE, refused.what(), refused.mend(), Place.of(path)));
        } catch (IOException broken) {
            return File.refused(
                    path,
                    Absence.of(
                            Reason.UNREADABLE,
                            path + " could not be read to its end",
                            "Let the tool finish before the gate runs, and allow the build to read the file",
                            Place.of(path)));
        }
    }

    private EvidenceReader reader(String path, Path file, Manifest.Evidence declared)
            throws UnreadableException, IOException {
        byte[] head = head(path, file);
        if (declared.format().isPresent()) {
            return readers.stream()
                    .filter(reader -> reader.format().equals(declared.format().get()))
                    .findFirst()
                    .orElseThrow();
        }
        var fitting = readers.stream().filter(reader -> reader.recognises(head)).toList();
        if (fitting.size() != 1) {
            var formats = (fitting.isEmpty() ? readers : fitting)
                    .stream().map(EvidenceReader::format).toList();
            throw new UnreadableException(
                    Place.of(path),
                    fitting.isEmpty()
                            ? path + " is in none of the formats that can be read"
                            : path + " looks like several formats",
                    (fitting.isEmpty() ? "Let the tool write one of " : "Add format to the evidence, one of ")
                            + String.join(", ", formats));
        }
        return fitting.get(0);
    }

    private static byte[] head(String path, Path file) throws UnreadableException, IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(Source.HEAD);
        }
        if (head.length == 0) {
            throw new UnreadableException(
                    Place.of(path), path + " is empty", "Let the tool finish before the gate runs");
        }
        if (isUtf16(head)) {
            throw new UnreadableException(
                    Place.of(path),
                    path + " is not text in UTF-8 but in UTF-16",
                    "Let the tool write the file itself; some shells write UTF-16 when output is redirected");
        }
        return head;
    }

    /** By the byte order mark, or by the zero beside the first character. */
    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
        return mark == 0xfeff || mark == 0xfffe || (head[0] == 0) != (head[1] == 0);
    }

    private File file(String path, EvidenceReader reader, Reading reading, String sha256, Provenance.Bound bound) {
        Lookup<Measurement> measurement = reading.doubt()
                .map(why -> Lookup.doubtful(reading.measurement(), reading.assurance(), AboutFile.of(path, why)))
                .orElse(Lookup.found(reading.measurement(), reading.assurance()));
        Instant latest =
                bound.committedAt().filter(clock::isAfter).orElse(clock).plus(CLOCKS_DIFFER);
        Optional<Instant> inside =
                reading.measurement() instanceof Samples samples ? samples.last() : reading.takenAt();
        if (inside.isPresent() && inside.get().isAfter(latest)) {
            measurement = Lookup.absent(Absence.of(
                    Reason.INVALID,
                    path + " says that it was taken at " + inside.get() + ", which is after "
                            + (latest.isBefore(clock) ? "it was committed" : "the clock of this run"),
                    "Set the clock of the machine that writes it, and write it again",
                    Place.of(path)));
        }
        if (bound.committedAt().filter(clock.plus(CLOCKS_DIFFER)::isBefore).isPresent()) {
            measurement = measurement.refusedFor(Absence.of(
                    Reason.INVALID,
                    path + " was committed at " + bound.committedAt().orElseThrow()
                            + ", which is after the clock of this run",
                    "Set the clock of the machine that commits, and commit it again",
                    Place.of(path)));
        }
        return new File(
                path,
                bound.unbound()
                        .filter(why -> reading.measurement().isAboutContent()
                                && (why.reason() == Reason.STALE || why.reason() == Reason.UNVERIFIABLE))
                        .map(measurement::refusedFor)
                        .orElse(measurement),
                Optional.of(reader.format()),
                Optional.of(sha256),
                reading.takenAt().or(bound::committedAt),
                bound);
    }
}
