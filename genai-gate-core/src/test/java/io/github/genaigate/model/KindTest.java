package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {

    static Stream<Arguments> refused() {
        var below = "a path must stay below the manifest's folder";
        var dots = "a path is written without . segments, and all files are **";
        var alone = "** stands alone between slashes, as in **/*.java";
        var letters = "a name has only letters, digits, dots, hyphens and underscores";
        var count = "a whole number has only digits and no leading zero, and is below one billion";
        var number = "a number is written in digits, with a point before a fraction";
        var volume = "a volume is a whole number above zero and the unit requests/month";
        return Stream.of(
                Arguments.of(Kind.PATH, "", "it is empty"),
                Arguments.of(Kind.PATH, "  ", "it is empty"),
                Arguments.of(Kind.PATH, "/etc/passwd", below),
                Arguments.of(Kind.PATH, "..", below),
                Arguments.of(Kind.PATH, "a/../b", below),
                Arguments.of(Kind.PATH, "a/..", below),
                Arguments.of(Kind.PATH, "C:/a", below),
                Arguments.of(Kind.PATH, "c:a", below),
                Arguments.of(Kind.PATH, "a\\b", "a path is written with /"),
                Arguments.of(Kind.PATH, ".", dots),
                Arguments.of(Kind.PATH, "./a", dots),
                Arguments.of(Kind.PATH, "a/./b", dots),
                Arguments.of(Kind.PATH, "a/", "a path does not end with /, and all files below a folder are folder/**"),
                Arguments.of(Kind.PATH, "a//b", "a path has no empty segment"),
                Arguments.of(Kind.PATH, "a/**.java", alone),
                Arguments.of(Kind.PATH, "a**/b", alone),
                Arguments.of(Kind.PATH, "***", alone),
                Arguments.of(Kind.PATH, "a\u0000b", "a path has no control characters"),
                Arguments.of(Kind.PATH, "a\nb", "a path has no control characters"),
                Arguments.of(Kind.PATH, "a".repeat(1_001), "it is longer than 1000 characters"),
                Arguments.of(Kind.NAME, "", "it is empty"),
                Arguments.of(Kind.NAME, "a b", letters),
                Arguments.of(Kind.NAME, "é", letters),
                Arguments.of(Kind.NAME, "a\n", letters),
                Arguments.of(Kind.NAME, "<b>", letters),
                Arguments.of(Kind.NAME, "a".repeat(65), "it is longer than 64 characters"),
                Arguments.of(Kind.LINE, " ", "it is empty"),
                Arguments.of(Kind.LINE, "a\nb", "it is not a text of one line"),
                Arguments.of(Kind.LINE, "a\u2028b", "it is not a text of one line"),
                Arguments.of(Kind.LINE, "😀".repeat(201), "it is longer than 200 characters"),
                Arguments.of(Kind.TEXT, "\n", "it is empty"),
                Arguments.of(Kind.TEXT, "a\u0007", "it has control characters"),
                Arguments.of(Kind.TEXT, "a".repeat(4_001), "it is longer than 4000 characters"),
                Arguments.of(Kind.COUNT, "010", count),
                Arguments.of(Kind.COUNT, "-1", count),
                Arguments.of(Kind.COUNT, "1_000", count),
                Arguments.of(Kind.COUNT, "1000000000", count),
                Arguments.of(Kind.COUNT, "1.0", count),
                Arguments.of(Kind.COUNT, "0x1F", count),
                Arguments.of(Kind.COUNT, ".inf", count),
                Arguments.of(Kind.COUNT, ".nan", count),
                Arguments.of(Kind.NUMBER, "1e3", number),
                Arguments.of(Kind.NUMBER, "+1", number),
                Arguments.of(Kind.NUMBER, ".5", number),
                Arguments.of(Kind.NUMBER, "1,5", number),
                Arguments.of(Kind.NUMBER, ".nan", number),
                Arguments.of(Kind.NUMBER, "010", number),
                Arguments.of(Kind.NUMBER, "1234567890123", number),
                Arguments.of(Kind.CHANGE, "-20", "a change is a number with a percent sign"),
                Arguments.of(Kind.CHANGE, "- 20 %", "a change is a number with a percent sign"),
                Arguments.of(Kind.VOLUME, "0 requests/month", volume),
                Arguments.of(Kind.VOLUME, "1.5 requests/month", volume),
                Arguments.of(Kind.VOLUME, "200000", volume),
                Arguments.of(Kind.VOLUME, "20 requests/s", volume),
                Arguments.of(Kind.DATE, "2026-02-30", "there is no such day"),
                Arguments.of(Kind.DATE, "2026-2-3", "a date is written year-month-day"),
                Arguments.of(Kind.DATE, "2026-02-03T00:00:00Z", "a date is written year-month-day"),
                Arguments.of(Kind.DATE, "abcdefghij", "a date is written year-month-day"),
                Arguments.of(
                        Kind.RATE,
                        "50 concurrent requests",
                        "a rate is a number of requests/s, requests/min or requests/h"),
                Arguments.of(
                        Kind.PEAK,
                        "20",
                        "a load is a number of requests/s, requests/min, requests/h or concurrent requests"),
                Arguments.of(Kind.FLAG, "yes", "only true and false are known"),
                Arguments.of(Kind.FLAG, "on", "only true and false are known"),
                Arguments.of(Kind.FLAG, "True", "only true and false are known"),
                Arguments.of(Kind.word("alone"), "other", "only alone is known"),
                Arguments.of(Kind.word(Level.class), "Block", "only off, info, warn, block are known"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatIsWrong(Kind.Scalar<?> kind, String text, String complaint) {
        assertThat(kind.parse().apply(text)).isEqualTo(Parsed.wrong(complaint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "src/main/**", "**", "**/*.java", ".github/CODEOWNERS", "a..b", "...", "a b/ü", "[id].ts"})
    void takesPathsAsTheyAreWritten(String path) {
        assertThat(Kind.PATH.parse().apply(path)).isEqualTo(Parsed.of(path));
    }

    @Test
    void takesLongTextsUpToTheLimit() {
        assertThat(Kind.LINE.parse().apply("😀".repeat(200)).value()).isPresent();
        assertThat(Kind.TEXT.parse().apply("a\n".repeat(2_000)).value()).isPresent();
        assertThat(Kind.NAME.parse().apply("a".repeat(64)).value()).isPresent();
    }

    @Test
    void takesADayThatIsThere() {
        assertThat(Kind.DATE.parse().apply("2028-02-29")).isEqualTo(Parsed.of(LocalDate.of(2028, 2, 29)));
    }

    @Test
    void takesExactNumbers() {
        assertThat(Kind.NUMBER.parse().apply("-12.40")).isEqualTo(Parsed.of(new BigDecimal("-12.4")));
        assertThat(Kind.NUMBER.parse().apply("-0.0")).isEqualTo(Parsed.of(BigDecimal.ZERO));
        assertThat(Kind.CHANGE.parse().apply("-20 %")).isEqualTo(Parsed.of(new BigDecimal("-0.2")));
        assertThat(Kind.CHANGE.parse().apply("+2.5%")).isEqualTo(Parsed.of(new BigDecimal("0.025")));
        assertThat(Kind.VOLUME.parse().apply("200000 requests/month")).isEqualTo(Parsed.of(200_000L));
    }

    @Test
    void hasPatternsThatEveryAcceptedTextMatches() {
        var texts = new String[] {
            "a",
            "2",
            "3.2",
            "95 %",
            "100.0 %",
            "030 %",
            "800 ms",
            "2026-12-15",
            "true",
            "src/**",
            "a b",
            "010",
            "é",
            "20 requests/s",
            "1.5 request/h",
            "50 concurrent requests",
            "20 requests/d",
            "-3.5",
            "+5 %",
            "20 requests/month",
            "3 USD/month",
            "3.5 EUR/month"
        };
        for (var kind : new Kind.Scalar<?>[] {
            Kind.TEXT,
            Kind.LINE,
            Kind.NAME,
            Kind.PATH,
            Kind.SHARE,
            Kind.DURATION,
            Kind.COUNT,
            Kind.DATE,
            Kind.NUMBER,
            Kind.PEAK,
            Kind.RATE,
            Kind.CHANGE,
            Kind.VOLUME,
            Kind.SPENDING
        }) {
            for (String text : texts) {
                assertThat(Pattern.compile(kind.pattern()).matcher(text).find())
                        .as(kind.name() + " " + text)
                        .isEqualTo(kind.parse().apply(text).value().isPresent());
            }
        }
    }

    @Test
    void refusesTwoFieldsOfOneName() {
        var field = Field.optional("name", Kind.TEXT, "A name.");

        assertThatThrownBy(() -> Kind.group(field, field)).hasMessageStartingWith("two fields of one name: ");
    }
}
