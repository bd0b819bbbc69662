package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:15:00Z,          2026-11-20T09:15:00Z,     2026-11-20T09:15:00Z",
        "2020-12-28T19:52:00.001+10:00, 2020-12-28T09:52:00.001Z, 2020-12-28T09:52:00.001Z",
        "2021-11-03T10:53:52.427343,    none,                     2021-11-03T10:53:52.427343Z",
        "2021-11-03,                    none,                     none",
        "yesterday,                     none,                     none",
        "'',                            none,                     none",
    })
    void readsTimes(String text, String zoned, String presumed) {
        assertThat(Timestamps.zoned(text).map(Object::toString).orElse("none")).isEqualTo(zoned);
        assertThat(Timestamps.presumed(text).map(Object::toString).orElse("none"))
                .isEqualTo(presumed);
    }
}
