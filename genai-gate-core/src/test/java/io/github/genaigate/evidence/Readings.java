package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.genaigate.model.Absence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Short ways for tests to read text. */
public final class Readings {

    private Readings() {}

    public static Source source(String name, String text) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the reader makes of the source, which it must be able to read. */
    public static Reading read(EvidenceReader reader, Source source) {
        try {
            return reader.read(source, Set.of());
        } catch (UnreadableException e) {
            throw new AssertionError(text(e.absence()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Place, complaint and mend of the reader that must refuse the source. */
    public static String refusal(EvidenceReader reader, Source source) {
        var refused = catchThrowableOfType(UnreadableException.class, () -> reader.read(source, Set.of()));
        assertThat(refused).as("refusal of " + source.name()).isNotNull();
        return text(refused.absence());
    }

    /** The doubt of a reading in one line. */
    public static String doubt(Reading reading) {
        return reading.doubt().map(Readings::text).orElse("none");
    }

    public static String text(Absence absence) {
        String places = absence.places().isEmpty() ? "" : absence.places().get(0) + ": ";
        return absence.reason() + ": " + places + absence.message() + "; " + absence.mend();
    }
}
