package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "800 ms, PT0.8S, 800 ms",
        "800ms, PT0.8S, 800 ms",
        "1.5 s, PT1.5S, 1500 ms",
        "1000 s, PT1000S, 1000 s",
        "90 s, PT90S, 90 s",
        "60 s, PT60S, 1 min",
        "90 min, PT90M, 90 min",
        "24 h, PT24H, 1 d",
        "30 d, PT720H, 30 d",
        "0 s, PT0S, 0 ms",
        "0.5 us, PT0.0000005S, 0.5 us",
        "250 us, PT0.00025S, 250 us",
        "1.000000001 s, PT1.000000001S, 1.000000001 s",
        "106751 d, PT2562024H, 106751 d"
    })
    void readsWhatPeopleWrite(String text, Duration duration, String canonical) {
        assertThat(Spans.parse(text).value()).contains(duration);
        assertThat(Spans.format(duration)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "800",
                "ms",
                "-1 s",
                "1 m",
                "1 month",
                "1 S",
                "1:30",
                "1e3 ms",
                "1,5 s",
                "PT1S",
                " 1 s",
                "1 s ",
                "1  s",
                "1\u00a0s",
                "1 s\n",
                "Infinity s",
                "NaN s",
                ".5 s",
                "1234567890123 us",
                "1.0123456789 s"
            })
    void isNothingElse(String text) {
        assertThat(Spans.parse(text))
                .isEqualTo(Parsed.wrong(
                        "a duration is a number of at most 12 digits with one of the units us, ms, s, min, h, d"));
    }

    @Test
    void hasBounds() {
        assertThat(Spans.parse("106752 d")).isEqualTo(Parsed.wrong("a duration is at most 106751 d"));
        assertThat(Spans.parse("999999999999 d")).isEqualTo(Parsed.wrong("a duration is at most 106751 d"));
        assertThat(Spans.parse("0.0001 us")).isEqualTo(Parsed.wrong("a duration is not finer than a nanosecond"));
    }

    @Test
    void writesDurationsBeyondWhatItReads() {
        assertThat(Spans.format(Duration.ofDays(1_000_000))).isEqualTo("1000000 d");
        assertThat(Spans.format(Duration.ofDays(-1_000_000))).isEqualTo("-1000000 d");
        assertThat(Spans.format(Duration.ofSeconds(-90))).isEqualTo("-90 s");
    }

    @Test
    void isWrittenSoThatItIsReadTheSame() {
        var random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            var duration = Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 63)));

            assertThat(Spans.parse(Spans.format(duration)).value())
                    .as(duration.toString())
                    .contains(duration);
        }
    }
}
