package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.QualityCheck.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityCheckTest {

    private static QualityCheck check(String text) {
        var words = text.split(" ");
        return new QualityCheck(
                "not_null",
                new TreeSet<>(),
                Result.valueOf(words[0]),
                text.endsWith("warning"),
                words.length > 1 && words[1].startsWith("1") ? Optional.of(time(words[1])) : Optional.empty());
    }

    private static Instant time(String hour) {
        return Instant.parse("2026-11-20T" + hour + ":00:00Z");
    }

    private static QualityCheck both(QualityCheck... checks) {
        return Stream.of(checks)
                .map(check -> new Lineage(List.of(), new TreeSet<>(), List.of(check)))
                .reduce((one, other) -> one.merge(other))
                .orElseThrow()
                .checks()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFINED, PASSED 10, PASSED 10",
        "DEFINED, FAILED 10, FAILED 10",
        "DEFINED, NOT_RUN, NOT_RUN",
        "DEFINED, PASSED, PASSED",
        "PASSED 10, FAILED 11, FAILED 11",
        "FAILED 10, PASSED 11, PASSED 11",
        "PASSED 10, FAILED 10, FAILED 10",
        "PASSED 10, NOT_RUN 10, NOT_RUN 10",
        "NOT_RUN 10, FAILED 10, FAILED 10",
        "PASSED 10, NOT_RUN 11, NOT_RUN 11",
        "FAILED, PASSED 11, FAILED",
        "NOT_RUN, PASSED 11, NOT_RUN",
        "PASSED, FAILED 10, FAILED 10",
        "PASSED, PASSED 10, PASSED 10",
        "FAILED 10 warning, FAILED 10, FAILED 10",
        "FAILED 11 warning, FAILED 10, FAILED 11 warning"
    })
    void theLatestResultCountsAndTheWorseOfTwoWhoseOrderIsNotKnown(String one, String other, String expected) {
        assertThat(both(check(one), check(other))).isEqualTo(check(expected));
        assertThat(both(check(other), check(one))).isEqualTo(check(expected));
    }
}
