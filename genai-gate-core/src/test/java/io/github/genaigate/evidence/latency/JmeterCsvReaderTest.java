package io.github.genaigate.evidence.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmeterCsvReaderTest {

    private static final String HEADER = "timeStamp,elapsed,label,success\n";
    private static final Question WITHIN_800 = question(null, Metric.DURATION, "800000000");

    @Test
    void countsEveryRequestForEveryQuestion() throws Exception {
        var chat = question("chat", Metric.DURATION, "1500000000");
        var none = question("translate", Metric.DURATION, "1500000000");
        var reading = read(HEADER + """
                1795168800000,800,chat,true
                1795168803000,801,chat,true
                1795168801000,5,chat,false
                1795168802000,1501,chat,true
                1795168799000,12,retrieve,TRUE
                """, WITHIN_800, chat, none);

        var samples = samples(reading);
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.ofEpochMilli(1795168799000L));
        assertThat(samples.first()).contains(Instant.ofEpochMilli(1795168799000L));
        assertThat(samples.last()).contains(Instant.ofEpochMilli(1795168803000L));
        assertThat(samples.operations())
                .isEqualTo(Map.of("chat", new Samples.Count(4, 1), "retrieve", new Samples.Count(1, 0)));
        assertThat(samples.answers())
                .isEqualTo(Map.of(
                        WITHIN_800, Tally.exact(5, 3, 0), chat, Tally.exact(4, 2, 0), none, Tally.exact(0, 0, 0)));
        assertThat(samples.histogram(WITHIN_800).total()).isEqualTo(4);
        assertThat(samples.histogram(chat)
                        .percentile(Share.parse("50 %").value().orElseThrow()))
                .hasValueSatisfying(
                        median -> assertThat(median).isBetween(Duration.ofMillis(801), Duration.ofMillis(808)));
        assertThat(samples.histogram(none).total()).isZero();
    }

    /** Limits are inclusive, and compared in nanoseconds. */
    @ParameterizedTest
    @CsvSource({
        "800, 800000000, 0", "800, 799999999, 1", "0, 0, 0", "1, 999999, 1", "1, 1000000, 0",
        "12.5, 12500000, 0", "12.5, 12499999, 1", "0.0000001, 0, 1", "0.0000010, 1, 0", "999999999999, 9000000000000, 1"
    })
    void comparesExactly(String elapsed, String nanos, long failures) throws Exception {
        var question = question(null, Metric.DURATION, nanos);

        assertThat(samples(read(HEADER + "1," + elapsed + ",chat,true\n", question))
                        .answer(question))
                .isEqualTo(Tally.exact(1, failures, 0));
    }

    @Test
    void aLimitBeyondAllMeasureIsALimit() throws Exception {
        var question = new Question(Optional.empty(), Metric.DURATION, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(samples(read(HEADER + "1,999999999999,chat,true\n", question))
                        .answer(question))
                .isEqualTo(Tally.exact(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterInTheHeader(String delimiter) throws Exception {
        var text = HEADER.replace(",", delimiter)
                + "1,900,\"a,b;c\td|e\"\"f\",true\r\n"
                        .replace(",9", delimiter + "9")
                        .replace("900,", "900" + delimiter)
                        .replace(",true", delimiter + "true");

        assertThat(samples(read(text, WITHIN_800)).operations())
                .isEqualTo(Map.of("a,b;c\td|e\"f", new Samples.Count(1, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsAFileWithoutAHeaderInTheDefaultOrder(String delimiter) throws Exception {
        var text = """
                1795168800000,900,chat,200,OK,Customers 1-1,text,true,,2210,640,2,2,https://support.acme.example,110,0,3
                1795168800001,90,chat,500,"no, ""not"" now",Customers 1-1,text,false,,2210,640,2,2,null,110,0,3
                """;
        var samples = samples(read(delimiter.equals(",") ? text : text.replace(",", delimiter), WITHIN_800));

        assertThat(samples.operations()).isEqualTo(Map.of("chat", new Samples.Count(2, 1)));
        assertThat(samples.answer(WITHIN_800)).isEqualTo(Tally.exact(2, 2, 0));
    }

    @Test
    void passesOverRowsThatRepeatOthersOrAreNoLoad() throws Exception {
        var reading = read("""
                timeStamp,elapsed,label,responseMessage,threadName,success
                1,900,login,OK,setUp Thread Group 1-1,false
                2,100,chat,OK,Customers 1-1,true
                3,900,all,"Number of samples in transaction : 1, number of failing samples : 0",Customers 1-1,true
                4,900,all,Number of samples in transaction : 1,Customers 1-1,false
                5,900,logout,OK,tearDown Thread Group 1-1,true
                """, WITHIN_800);

        assertThat(samples(reading).operations()).isEqualTo(Map.of("chat", new Samples.Count(1, 0)));
        assertThat(samples(reading).answer(WITHIN_800)).isEqualTo(Tally.exact(1, 0, 0));
        assertThat(reading.takenAt()).contains(Instant.ofEpochMilli(2));
        assertThat(reading.doubt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                            | results.jtl holds no requests | Run the load test to its end and name the file that it wrote
            9,all,Number of samples in transaction : 0,Customers,true     | results.jtl holds no requests, only 1 row of transaction controllers and 0 rows of setUp and tearDown thread groups | Switch off Generate parent sample in the transaction controllers, so that every request has its row
            9,login,OK,setUp Thread Group 1-1,true                        | results.jtl holds no requests, only 0 rows of transaction controllers and 1 row of setUp and tearDown thread groups | Run the load test to its end and name the file that it wrote
            """)
    void aFileWithoutRequestsProvesNothing(String row, String message, String mend) throws Exception {
        var reading = read("elapsed,label,responseMessage,threadName,success\n" + row, WITHIN_800);

        assertThat(reading.doubt()).hasValueSatisfying(doubt -> {
            assertThat(doubt.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(doubt.message()).isEqualTo(message);
            assertThat(doubt.mend()).isEqualTo(mend);
        });
        assertThat(samples(reading).answer(WITHIN_800)).isEqualTo(Tally.NONE);
    }

    @Test
    void aRowForSeveralRequestsLeavesThemOpen() throws Exception {
        var reading = read("""
                timeStamp,elapsed,label,success,SampleCount,ErrorCount
                1,900,chat,true,1,0
                2,100,chat,false,1,1
                3,100,chat,true,10,2
                4,0,chat,true,0,0
                """, WITHIN_800);

        assertThat(samples(reading).operations()).isEqualTo(Map.of("chat", new Samples.Count(12, 3)));
        assertThat(samples(reading).answer(WITHIN_800)).isEqualTo(new Tally(12, 4, 12, 0));
        assertThat(reading.doubt()).hasValueSatisfying(doubt -> {
            assertThat(doubt.message())
                    .isEqualTo("results.jtl holds 2 rows that SampleCount says to stand for other than one request, "
                            + "so that single requests cannot be counted");
            assertThat(doubt.mend()).isEqualTo("Run JMeter with mode=Standard, which writes one row a request");
        });
    }

    @Test
    void latencyIsNotTheTimeToTheFirstToken() throws Exception {
        var first = question(null, Metric.TIME_TO_FIRST_TOKEN, "500000000");
        var reading = read("""
                elapsed,label,success,Latency
                900,chat,true,1
                900,chat,true,1
                900,chat,false,1
                """, first);

        assertThat(samples(reading).answer(first)).isEqualTo(Tally.exact(1, 1, 2));
        assertThat(reading.takenAt()).isEmpty();
    }

    @Test
    void variablesNamedAfterAMetricHoldIt() throws Exception {
        var first = question(null, Metric.TIME_TO_FIRST_TOKEN, "500000000");
        var gap = question("chat", Metric.INTER_TOKEN_LATENCY, "20000000");
        var samples = samples(read("""
                elapsed,label,success,"timeToFirstToken","interTokenLatency"
                900,chat,true,500,20.000001
                900,chat,true,500.5,19.5
                900,chat,true,,null
                900,chat,false,,
                10,retrieve,true,1,
                """, first, gap));

        assertThat(samples.answer(first)).isEqualTo(Tally.exact(4, 2, 1));
        assertThat(samples.answer(gap)).isEqualTo(Tally.exact(3, 2, 1));
    }

    @Test
    void withoutElapsedOnlyFailuresAreKnown() throws Exception {
        assertThat(samples(read("label,success\nchat,true\nchat,false\n", WITHIN_800))
                        .answer(WITHIN_800))
                .isEqualTo(Tally.exact(1, 1, 1));
    }

    /** A time without a zone is the earliest that it can be anywhere. */
    @ParameterizedTest
    @CsvSource({
        "1795168800000, 2026-11-20T10:00:00Z",
        "2026-11-20 10:00:00, 2026-11-19T20:00:00Z",
        "2026/11/20 10:00:00.123, 2026-11-19T20:00:00.123Z",
        "'\"2026-11-20 10:00:00,5\"', 2026-11-19T20:00:00.500Z",
        "2026-11-20T10:00:00.5+0100, 2026-11-20T09:00:00.500Z",
        "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
        "03/04/2026 10:00:00, ",
        "25/02/2026 10:00:00, ",
        "11/20/26 10:00:00, ",
        "2026-02-30 10:00:00, ",
        "yesterday, ",
        "'', "
    })
    void readsTimesThatCanBeToldFromNoOther(String written, Instant expected) throws Exception {
        assertThat(read(HEADER + written + ",5,chat,true\n", WITHIN_800).takenAt())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,5,chat            | results.jtl:3 | The row has 3 fields where the header has 4
            1,5,chat,true,x     | results.jtl:3 | The row has 5 fields where the header has 4
            1,-5,chat,true      | results.jtl:3 | elapsed is "-5", not a number of milliseconds
            1,NaN,chat,true     | results.jtl:3 | elapsed is "NaN", not a number of milliseconds
            1,,chat,true        | results.jtl:3 | elapsed is "", not a number of milliseconds
            1,1.,chat,true      | results.jtl:3 | elapsed is "1.", not a number of milliseconds
            1,.5,chat,true      | results.jtl:3 | elapsed is ".5", not a number of milliseconds
            1,1e3,chat,true     | results.jtl:3 | elapsed is "1e3", not a number of milliseconds
            1,99999999999999,chat,true | results.jtl:3 | elapsed is "99999999999999", not a number of milliseconds
            1,9,chat,yes        | results.jtl:3 | success is "yes", not true or false
            1,9,chat,           | results.jtl:3 | success is "", not true or false
            1,9,chat,trues      | results.jtl:3 | success is "trues", not true or false
            now,9,chat,true     | results.jtl:3 | timeStamp is "now", not a time such as the rows before have
            -1,9,chat,true      | results.jtl:3 | timeStamp is "-1", not a time such as the rows before have
            """)
    void refusesARowThatIsNotWhole(String row, String place, String message) {
        assertThatThrownBy(() -> read(HEADER + "1,5,chat,true\n" + row + "\n1,5,chat,true\n", WITHIN_800))
                .isInstanceOfSatisfying(UnreadableException.class, e -> {
                    assertThat(e).hasMessage(message);
                    assertThat(e.place()).hasToString(place);
                    assertThat(e.absence().mend())
                            .isEqualTo("Take the file as JMeter wrote it, unchanged, or run the load test again");
                });
    }

    @Test
    void countsLinesThroughQuotedLineBreaks() {
        assertThatThrownBy(() -> read(HEADER + "1,5,\"a\nb\r\nc\",true\n\n1,x,chat,true\n", WITHIN_800))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.place()).hasToString("results.jtl:6"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            success,elapsed,label | true,5        | The last row is cut off: it has 2 fields where the header has 3, and no line break
            success,label,elapsed | true,chat,5   | The last row is cut off: it has 3 fields where the header has 3, and no line break
            elapsed,success,label | 5,true,cha    | The last row is cut off: it has 3 fields where the header has 3, and no line break
            elapsed,label,success | 5,chat,tru    | success is "tru", not true or false
            elapsed,success,label | 5,true,"chat  | The last row ends inside of quotes: the file is cut off
            """)
    void refusesALastRowThatIsCutOff(String header, String row, String message) {
        assertThatThrownBy(() -> read(header + "\n" + row, WITHIN_800))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(message);
    }

    /** Hand-trimmed files often lack it; where the last field is not looked at, a cut through it does no harm. */
    @ParameterizedTest
    @ValueSource(strings = {"elapsed,label,success,bytes\n5,chat,true,12", "elapsed,label,success\n5,chat,true"})
    void readsALastRowWithoutLineBreak(String text) throws Exception {
        assertThat(samples(read(text, WITHIN_800)).answer(WITHIN_800)).isEqualTo(Tally.exact(1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | The file is empty
            hello world                       | The first line is neither the header of a JMeter result file nor a row in JMeter's default order
            1,2,3                             | The first line is neither the header of a JMeter result file nor a row in JMeter's default order
            timeStamp,elapsed,success         | The header has no column label
            timeStamp,elapsed,label           | The header has no column success
            elapsed,label,success,elapsed     | The header names the column elapsed twice
            """)
    void refusesWhatIsNotAJmeterFile(String text, String message) {
        assertThatThrownBy(() -> read(text, WITHIN_800))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(message);
    }

    @Test
    void refusesMoreLabelsThanAnybodyCanRead() throws Exception {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            text.append("1,5,chat ").append(i).append(",true\n");
        }
        assertThat(samples(read(text.toString(), WITHIN_800)).operations()).hasSize(10_000);

        text.append("1,5,chat 3,true\n1,5,one more,true\n");
        assertThatThrownBy(() -> read(text.toString(), WITHIN_800))
                .isInstanceOfSatisfying(UnreadableException.class, e -> {
                    assertThat(e).hasMessage("There are more than 10000 different labels");
                    assertThat(e.place()).hasToString("results.jtl:10003");
                    assertThat(e.absence().mend())
                            .isEqualTo("Give requests of one kind one label, without numbers or ids in it");
                });
    }

    private static Question question(String operation, Metric metric, String nanos) {
        return new Question(Optional.ofNullable(operation), metric, Duration.ofNanos(Long.parseLong(nanos)));
    }

    private static Reading read(String text, Question... questions) throws Exception {
        var source = Source.of("results.jtl", text.getBytes(StandardCharsets.UTF_8));
        return new JmeterCsvReader(16).read(source, Set.of(questions));
    }

    private static Samples samples(Reading reading) {
        return (Samples) reading.measurement();
    }
}
