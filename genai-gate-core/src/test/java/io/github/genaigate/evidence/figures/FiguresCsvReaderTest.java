package io.github.genaigate.evidence.figures;

import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value.Counted;
import io.github.genaigate.model.Figures.Value.Sampled;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresCsvReaderTest {

    private static final FiguresCsvReader READER = new FiguresCsvReader();
    private static final String WHOLE =
            "; Export the file again, whole, in UTF-8, with a line break at the end of each row";

    private static List<Figure> figures(String text) {
        return ((Figures) read(READER, source("kpi.csv", text)).measurement()).figures();
    }

    private static Sampled sampled(String... numbers) {
        var all = Moments.NONE;
        for (String number : numbers) {
            all = all.plus(Moments.of(new BigDecimal(number)));
        }
        return new Sampled(all);
    }

    @Test
    void samplesAddUpExactlyForEachFigureAndArm() {
        assertThat(figures("""
                        arm, value ,figure
                        a,0.1,time
                        b,-3,time
                        a,0.2,time

                        a,1e-2,"time, long"
                        """))
                .containsExactly(
                        new Figure("time", Optional.of("a"), sampled("0.1", "0.2"), new Place("kpi.csv", 2, 0)),
                        new Figure("time", Optional.of("b"), sampled("-3"), new Place("kpi.csv", 3, 0)),
                        new Figure("time, long", Optional.of("a"), sampled("0.01"), new Place("kpi.csv", 6, 0)));
    }

    @Test
    void countsAddUp() {
        assertThat(figures("figure,trials,successes\nsolved,100,40\nsolved,20,0\n"))
                .containsExactly(
                        new Figure("solved", Optional.empty(), new Counted(120, 40), new Place("kpi.csv", 2, 0)));
    }

    @Test
    void theAgeIsThatOfTheOldestRow() {
        var reading = read(READER, source("kpi.csv", """
                        figure,value,time
                        a,1,2026-11-02T09:00:00+01:00
                        a,1,2026-11-01T09:00:00Z
                        """));
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(read(READER, source("kpi.csv", "figure,value\na,1\n")).takenAt())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | The value is \"\", not a number such as 12.4; Give every sample a number",
                "NaN           | The value is \"NaN\", not a number such as 12.4; Give every sample a number",
                "Infinity      | The value is \"Infinity\", not a number such as 12.4; Give every sample a number",
                "12:30         | The value is \"12:30\", not a number such as 12.4; Give every sample a number",
                "0x1F          | The value is \"0x1F\", not a number such as 12.4; Give every sample a number",
                "1e999         | The value is \"1e999\", not a number such as 12.4; Give every sample a number",
            })
    void whatIsNoNumberIsRefusedWithItsLine(String value, String complaint) {
        assertThat(refusal(READER, source("kpi.csv", "figure,value\na,1\na," + value + "\n")))
                .isEqualTo("UNREADABLE: kpi.csv:3: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1,0  | The number of trials is \"-1\", not a count such as 120; Count in whole numbers, from 0 on",
                "10,-1 | The number of successes is \"-1\", not a count such as 120; Count in whole numbers, from 0 on",
                "10,   | The number of successes is \"\", not a count such as 120; Count in whole numbers, from 0 on",
                "1.5,1 | The number of trials is \"1.5\", not a count such as 120; Count in whole numbers, from 0 on",
                "3,4   | There are 4 successes in 3 trials; Count every success as a trial too",
            })
    void whatIsNoCountIsRefused(String counts, String complaint) {
        assertThat(refusal(READER, source("kpi.csv", "figure,trials,successes\na," + counts + "\n")))
                .isEqualTo("UNREADABLE: kpi.csv:2: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`figure,value,amr` | The header names a column that is not known; arm may be meant",
                "`figure,value,ticket` | The header names a column that is not known",
                "`figure,value,value` | The header names a column twice",
                "`figure,arm` | The header is neither that of samples nor that of counts",
                "`arm,value` | The header is neither that of samples nor that of counts",
                "`figure,value,trials` | The header is neither that of samples nor that of counts",
                "`figure,trials` | The header is neither that of samples nor that of counts",
            })
    void aHeaderThatIsNotRightIsRefused(String header, String complaint) {
        assertThat(refusal(READER, source("kpi.csv", header + "\n")))
                .isEqualTo(
                        "UNREADABLE: kpi.csv:1: " + complaint
                                + "; Name the columns figure,arm,value or figure,arm,trials,successes, arm and time being optional");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`figure,value\n` | kpi.csv: The file holds no figure, only a header",
                "`figure,value\na,1` | kpi.csv: The last row has no line break: the file may be cut off",
                "`figure,value\na\n` | kpi.csv:2: The row has 1 fields, and the header 2",
                "`figure,value\na,1,2\n` | kpi.csv:2: The row has 3 fields, and the header 2",
                "`figure,value\na,\"1\n` | kpi.csv: The file is not valid CSV: a quote is not closed, or a row is too long",
                "`` | kpi.csv: The file is empty",
            })
    void whatIsNotWholeIsRefused(String text, String complaint) {
        assertThat(refusal(READER, source("kpi.csv", text))).isEqualTo("UNREADABLE: " + complaint + WHOLE);
    }

    @Test
    void namesAndTimesMustBeThere() {
        assertThat(refusal(READER, source("kpi.csv", "figure,arm,value\na, ,1\n")))
                .isEqualTo("UNREADABLE: kpi.csv:2: The arm is empty; Give every row a short name under arm");
        assertThat(refusal(READER, source("kpi.csv", "figure,value\n" + "a".repeat(201) + ",1\n")))
                .isEqualTo(
                        "UNREADABLE: kpi.csv:2: The figure is longer than 200 characters; Give every row a short name"
                                + " under figure");
        assertThat(refusal(READER, source("kpi.csv", "figure,value,time\na,1,2026-11-20 08:00\n")))
                .isEqualTo(
                        "UNREADABLE: kpi.csv:2: The time is \"2026-11-20 08:00\", not a time with its zone; Write times"
                                + " such as 2026-11-20T08:00:00Z, or leave the column out");
    }

    @Test
    void limitsHold() {
        var many = new StringBuilder("figure,value\n");
        for (int i = 0; i <= 10_000; i++) {
            many.append("f").append(i).append(",1\n");
        }
        assertThat(refusal(READER, source("kpi.csv", many.toString())))
                .isEqualTo(
                        "UNREADABLE: kpi.csv:10002: The file holds more than 10000 figures and arms; Name each figure"
                                + " once, and put each into one");
        assertThat(refusal(READER, source("kpi.csv", "figure,value\n" + "x".repeat(2_000) + ",1\n")))
                .isEqualTo("UNREADABLE: kpi.csv: The file is not valid CSV: a quote is not closed, or a row is too long"
                        + WHOLE);
    }

    @Test
    void otherEncodingsAreRefused() {
        var latin = io.github.genaigate.evidence.Source.of(
                "kpi.csv", "figure,value\nZeit f\u00fcr,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(READER, latin)).isEqualTo("UNREADABLE: kpi.csv: The file is not text in UTF-8" + WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"figure,value\n", "\uFEFFarm,figure,value\r\n", "figure,trials,successes", "value, figure,x\n"})
    void isRecognisedByItsHeader(String head) {
        assertThat(READER.recognises(head.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "figure\n", "value\n", "figure,trials\n", "a\nfigure,value\n", "{\"figure\": 1}"})
    void nothingElseIs(String head) {
        assertThat(READER.recognises(head.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
