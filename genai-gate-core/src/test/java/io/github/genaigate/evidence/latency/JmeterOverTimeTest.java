package io.github.genaigate.evidence.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JMeter's rows say of when requests began is the same in any order and in any shards, and what a plain sum says. */
class JmeterOverTimeTest {

    private static final Question ALL = question(null, 800);
    private static final Question CHAT = question("chat", 800);
    private static final Question CHAT_LATER = question("chat", 900);
    private static final Question NEVER = question("translate", 800);
    private static final Set<Question> QUESTIONS = Set.of(ALL, CHAT, CHAT_LATER, NEVER);

    private record Request(long millis, int elapsed, String label, boolean succeeded) {

        String row() {
            return millis + "," + elapsed + "," + label + "," + succeeded + "\n";
        }

        boolean isAsked(Question question) {
            return question.operation().map(label::equals).orElse(true);
        }

        Slice slice(Question question) {
            boolean failure = !succeeded || elapsed > question.limit().toMillis();
            return new Slice(Tally.exact(1, failure ? 1 : 0, 0), succeeded ? 0 : 1);
        }

        Load.Moment moment() {
            return new Load.Moment(1, succeeded ? 0 : 1, elapsed * 1_000L);
        }
    }

    private static Question question(String operation, long millis) {
        return new Question(Optional.ofNullable(operation), Metric.DURATION, Duration.ofMillis(millis));
    }

    private static Samples read(List<Request> requests) throws Exception {
        var text = requests.stream().map(Request::row).collect(Collectors.joining());
        return (Samples) new JmeterCsvReader()
                .read(Readings.source("results.jtl", "timeStamp,elapsed,label,success\n" + text), QUESTIONS)
                .measurement();
    }

    /** A burst, a stretch of seconds, of days, or all of time; some moments far from the rest. */
    private static List<Request> requests(Random random) {
        long begin = random.nextLong(1L << 41);
        long range = 1L << (1 + random.nextInt(40));
        var requests = new ArrayList<Request>();
        for (int i = 1 + random.nextInt(400); i > 0; i--) {
            long millis = random.nextInt(100) == 0 ? random.nextLong(1L << 45) : begin + random.nextLong(range);
            var label = random.nextInt(3) == 0 ? "retrieve" : "chat";
            requests.add(new Request(millis, random.nextInt(1_000), label, random.nextInt(5) > 0));
        }
        return requests;
    }

    @RepeatedTest(60)
    void everyRequestIsInItsBinWhateverTheOrder(RepetitionInfo info) throws Exception {
        var random = new Random(info.getCurrentRepetition());
        var requests = requests(random);
        var samples = read(requests);

        for (var question : QUESTIONS) {
            var bins = new TreeMap<Long, Slice>();
            requests.stream()
                    .filter(request -> request.isAsked(question))
                    .forEach(request -> bins.merge(request.millis / 1_000, request.slice(question), Slice::plus));
            assertThat(samples.series(question)).isEqualTo(new Timeline<>(0, bins));
            assertThat(samples.series(question).total(Slice.NONE).tally()).isEqualTo(samples.answer(question));
        }
        var moments = new TreeMap<Long, Load.Moment>();
        requests.forEach(request -> moments.merge(request.millis / 1_000, request.moment(), Load.Moment::plus));
        assertThat(samples.loads())
                .containsExactly(new Load(
                        samples.first().orElseThrow(), samples.last().orElseThrow(), new Timeline<>(0, moments)));
        assertThat(samples.isTimed()).isTrue();

        Collections.shuffle(requests, random);
        assertThat(read(requests)).isEqualTo(samples);
        requests.sort((one, other) -> Long.compare(other.millis, one.millis));
        assertThat(read(requests)).isEqualTo(samples);
    }

    @RepeatedTest(40)
    void anySplitIntoFilesGivesTheSame(RepetitionInfo info) throws Exception {
        var random = new Random(info.getCurrentRepetition());
        var requests = requests(random);
        var whole = read(requests);
        Collections.shuffle(requests, random);
        var shards = new ArrayList<Samples>();
        for (int from = 0; from < requests.size(); ) {
            int to = Math.min(requests.size(), from + 1 + random.nextInt(requests.size()));
            shards.add(read(requests.subList(from, to)));
            from = to;
        }
        Collections.shuffle(shards, random);
        var merged = shards.stream().reduce(Samples::merge).orElseThrow();

        assertThat(merged.series()).isEqualTo(whole.series());
        assertThat(merged.answers()).isEqualTo(whole.answers());
        assertThat(merged.histograms()).isEqualTo(whole.histograms());
        assertThat(merged.operations()).isEqualTo(whole.operations());
        assertThat(merged.first()).isEqualTo(whole.first());
        assertThat(merged.last()).isEqualTo(whole.last());
        assertThat(merged.isTimed()).isTrue();
        assertThat(merged.loads().stream().map(Load::timeline).reduce(Timeline::plus))
                .contains(whole.loads().get(0).timeline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elapsed,label,success\n5,chat,true\n",
                "timeStamp,elapsed,label,success\n03/04/26 10:00:00,5,chat,true\n"
            })
    void withoutTimesNothingIsToldOverTime(String text) throws Exception {
        var samples = (Samples) new JmeterCsvReader()
                .read(Readings.source("results.jtl", text), QUESTIONS)
                .measurement();

        assertThat(samples.series()).isEmpty();
        assertThat(samples.loads()).isEmpty();
        assertThat(samples.isTimed()).isFalse();
        assertThat(samples.answer(CHAT)).isEqualTo(Tally.exact(1, 0, 0));
    }

    @Test
    void timesWithADateAreTimes() throws Exception {
        var text =
                "timeStamp,elapsed,label,success\n2026-11-22T10:00:00Z,5,chat,true\n2026-11-22T10:00:01.5Z,6,chat,false\n";
        var samples = (Samples) new JmeterCsvReader()
                .read(Readings.source("results.jtl", text), QUESTIONS)
                .measurement();
        long begin = Instant.parse("2026-11-22T10:00:00Z").getEpochSecond();

        assertThat(samples.series(CHAT).bins())
                .isEqualTo(Map.of(
                        begin, new Slice(Tally.exact(1, 0, 0), 0), begin + 1, new Slice(Tally.exact(1, 1, 0), 1)));
    }

    @Test
    void aRowForSeveralRequestsIsInItsBin() throws Exception {
        var text =
                "timeStamp,elapsed,label,success,SampleCount,ErrorCount\n5000,7,chat,true,3,1\n9000,7,chat,true,0,0\n";
        var samples = (Samples) new JmeterCsvReader()
                .read(Readings.source("results.jtl", text), QUESTIONS)
                .measurement();

        assertThat(samples.series(CHAT).bins()).isEqualTo(Map.of(5L, new Slice(new Tally(3, 1, 3, 0), 1)));
        assertThat(samples.loads())
                .containsExactly(new Load(
                        Instant.ofEpochSecond(5),
                        Instant.ofEpochSecond(5),
                        new Timeline<>(0, new TreeMap<>(Map.of(5L, new Load.Moment(3, 1, 7_000))))));
    }

    @Test
    void timesThatNobodyCanAddUpAreRefused() {
        var row = "5000,999999999999,chat,true\n";

        assertThat(Readings.refusal(
                        new JmeterCsvReader(),
                        Readings.source("results.jtl", "timeStamp,elapsed,label,success\n" + row.repeat(10))))
                .isEqualTo("UNREADABLE: results.jtl:11: The requests up to this row took more than 285 years together;"
                        + " Take the file as JMeter wrote it, unchanged, or run the load test again");
    }
}
