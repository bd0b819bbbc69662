package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Short ways to ask a reader of serving evidence. */
final class Asking {

    private Asking() {}

    /** A question about all operations, its limit in milliseconds. */
    static Question within(Metric metric, String millis) {
        return new Question(Optional.empty(), metric, limit(millis));
    }

    static Question within(String operation, Metric metric, String millis) {
        return new Question(Optional.of(operation), metric, limit(millis));
    }

    private static Duration limit(String millis) {
        return Duration.ofNanos(new BigDecimal(millis).movePointRight(6).longValue());
    }

    /** JSON with single quotes. */
    static Source json(String text) {
        return Readings.source("run.json", text.replace('\'', '"'));
    }

    /** The file that the contract test reads. */
    static String own(String path) {
        try {
            return Files.readString(
                    Path.of("src", "test", "resources", "evidence").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(EvidenceReader reader, Source source, Question... questions) {
        try {
            return reader.read(source, Set.of(questions));
        } catch (UnreadableException e) {
            throw new AssertionError(Readings.text(e.absence()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Samples samples(EvidenceReader reader, Source source, Question... questions) {
        return (Samples) read(reader, source, questions).measurement();
    }
}
