package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00.987654321Z");

    private static Clock clock(String asOf, boolean rehearsal, String allowed) {
        var request = new GateRequest(
                Path.of("."),
                GateRequest.MANIFEST,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.ofNullable(asOf).map(Instant::parse),
                rehearsal,
                Path.of("target"));
        return Clock.of(request, Optional.ofNullable(allowed).map(Duration::parse));
    }

    @Test
    void theRealClockToTheSecond() {
        assertThat(clock(null, false, null))
                .isEqualTo(new Clock(Instant.parse("2026-11-22T23:30:00Z"), false, List.of()));
        assertThat(clock(null, false, null).today()).isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void theRealClockIsNeverTooFar() {
        assertThat(clock(null, false, "PT0S").problems()).isEmpty();
        assertThat(clock(null, true, "PT0S").rehearsal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23T23:30:00Z,           ,       false
            2026-11-21T23:30:01Z,           ,       false
            2026-11-21T23:30:00Z,           ,       true
            2026-11-23T23:30:01Z,           ,       true
            2026-11-22T22:30:00Z,           PT1H,   true
            2026-11-22T22:30:01Z,           PT1H,   false
            2020-01-01T00:00:00Z,           P36500D, false
            -1000000000-01-01T00:00:00Z,    ,       true
            +1000000000-12-31T23:59:59Z,    ,       true
            """)
    void isTooFarFromTheRealOne(String asOf, String allowed, boolean tooFar) {
        assertThat(clock(asOf, false, allowed).problems()).hasSize(tooFar ? 1 : 0);
        assertThat(clock(asOf, false, allowed).rehearsal()).isEqualTo(tooFar);
        assertThat(clock(asOf, true, allowed).problems()).isEmpty();
        assertThat(clock(asOf, true, allowed).rehearsal()).isEqualTo(tooFar);
    }

    @Test
    void tellsHowFar() {
        assertThat(clock("2026-11-01T00:00:00Z", false, null).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "genai-gate.asOf: The clock given, 2026-11-01T00:00:00Z, is more than 1 d from the real"
                                + " one; Leave genai-gate.asOf out, or rehearse with genai-gate:report");
    }
}
