package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a pattern ends in {@code **}: what lies in a folder, and not the folder. */
class GlobEndTest {

    @ParameterizedTest
    @CsvSource({
        "a/**,         a,         false",
        "a/**,         a/b,       true",
        "a/**,         a/b/c,     true",
        "a/**,         a/a,       true",
        "**/docs/**,   docs,      false",
        "**/docs/**,   x/docs,    false",
        "**/docs/**,   docs/a,    true",
        "**/docs/**,   docs/docs, true",
        "**,           a,         true",
        "**,           a/b,       true",
        "**/*,         a/b,       true",
        "a/**/b,       a/b,       true",
        "a/**/b,       a/x/y/b,   true",
        "a/**/**,      a,         false",
        "a/**/**,      a/b,       true",
        "*/**,         a,         false",
    })
    void takesAtLeastOneSegment(String pattern, String path, boolean expected) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
    }
}
