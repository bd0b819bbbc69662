package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-15, 2026-12-15T23:59:59Z",
        "2028-02-29, 2028-02-29T23:59:59Z",
        "2026-12-15T10:00:00Z, 2026-12-15T10:00:00Z",
        "2026-12-15T10:00:00+02:00, 2026-12-15T08:00:00Z"
    })
    void reads(String text, Instant expected) {
        assertThat(Clock.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-02-30",
                "15.12.2026",
                "2026-12-15T10:00:00",
                "2026-12-15 10:00",
                "T",
                "+999999999-12-31"
            })
    void refuses(String text) {
        assertThat(Clock.parse(text)).isEmpty();
    }
}
