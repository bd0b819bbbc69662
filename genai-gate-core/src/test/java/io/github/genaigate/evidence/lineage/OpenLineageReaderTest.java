package io.github.genaigate.evidence.lineage;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Lineage.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenLineageReaderTest {

    private static final String START = event("START", "2026-11-20T08:00:00Z", "in", "");
    private static final String COMPLETE = event("COMPLETE", "2026-11-20T08:04:00Z", "", "out");

    private static String event(String type, String time, String input, String output) {
        return """
                {"eventType": "%s", "eventTime": "%s", "run": {"runId": "r1", "facets": {"big": {"a": [1]}}},\
                 "job": {"namespace": "acme", "name": "index"}, "inputs": [%s], "outputs": [%s]}""".formatted(type, time, dataset(input), dataset(output));
    }

    private static String dataset(String name) {
        return name.isEmpty() ? "" : "{\"namespace\": \"s3\", \"name\": \"" + name + "\", \"facets\": {}}";
    }

    private static Reading read(String text) {
        return Readings.read(new OpenLineageReader(), source("events.json", text));
    }

    private static Lineage lineage(String text) {
        return (Lineage) read(text).measurement();
    }

    private static Run onlyRun(String text) {
        var runs = lineage(text).runs();
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static TreeSet<Dataset> datasets(String... names) {
        var all = new TreeSet<Dataset>();
        for (String name : names) {
            all.add(new Dataset("s3", name));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[|, |]", "``|`\n`|``", "``|`\r\n`|`\r\n`", "``|` `|``"})
    void readsListsAndLines(String begin, String between, String end) {
        Reading reading = read(begin + START + between + COMPLETE + end);
        assertThat(reading)
                .isEqualTo(Reading.complete(
                        new Lineage(
                                List.of(new Run(
                                        "r1",
                                        "acme index",
                                        State.SUCCEEDED,
                                        Optional.of(Instant.parse("2026-11-20T08:04:00Z")),
                                        datasets("in"),
                                        datasets("out"))),
                                datasets()),
                        Assurance.MEASURED,
                        Optional.of(Instant.parse("2026-11-20T08:04:00Z"))));
    }

    @Test
    void readsOneEvent() {
        assertThat(onlyRun(COMPLETE).state()).isEqualTo(State.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, SUCCEEDED",
        "complete, SUCCEEDED",
        "ABORT, FAILED",
        "FAIL, FAILED",
        "START, RUNNING",
        "RUNNING, RUNNING",
        "OTHER, RUNNING",
        "DONE, RUNNING",
        "'', RUNNING"
    })
    void tellsHowFarARunGot(String type, State expected) {
        assertThat(onlyRun(event(type, "2026-11-20T08:00:00Z", "in", "")).state())
                .isEqualTo(expected);
    }

    @Test
    void anOldEventWithoutTypeProvesNothing() {
        assertThat(onlyRun("{\"eventTime\": \"2026-11-20T08:00:00Z\", \"run\": {\"runId\": \"r1\"}}"))
                .isEqualTo(new Run(
                        "r1",
                        "(no job)",
                        State.RUNNING,
                        Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
                        datasets(),
                        datasets()));
    }

    @Test
    void theOrderOfEventsNeverMatters() {
        var events = new ArrayList<>(List.of(
                START,
                event("RUNNING", "2026-11-20T08:09:00Z", "late", ""),
                event("FAIL", "2026-11-20T08:02:00Z", "", ""),
                COMPLETE,
                event("OTHER", "2026-11-20T09:00:00Z", "", "also")));
        var expected = new Run(
                "r1",
                "acme index",
                State.SUCCEEDED,
                Optional.of(Instant.parse("2026-11-20T08:04:00Z")),
                datasets("in", "late"),
                datasets("out", "also"));
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(events, random);
            assertThat(onlyRun(String.join("\n", events))).isEqualTo(expected);
        }
    }

    @Test
    void aFailureAfterASuccessIsAFailure() {
        assertThat(onlyRun(COMPLETE + event("FAIL", "2026-11-20T08:04:01Z", "", ""))
                        .state())
                .isEqualTo(State.FAILED);
        assertThat(onlyRun(event("FAIL", "2026-11-20T08:04:00Z", "", "") + COMPLETE)
                        .state())
                .as("at the same time")
                .isEqualTo(State.FAILED);
    }

    @Test
    void aTimeWithoutZoneOrdersAndProvesNoAge() {
        Reading reading = read(event("FAIL", "2026-11-20T08:00:00", "", "")
                + event("COMPLETE", "2026-11-20T08:04:00.5", "", "")
                + event("START", "soon", "", ""));
        assertThat(((Lineage) reading.measurement()).runs())
                .extracting(Run::state, Run::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(State.SUCCEEDED, Optional.empty()));
        assertThat(reading.takenAt()).isEmpty();
    }

    @Test
    void datasetsOutsideOfRunsAreMentioned() {
        Lineage lineage = lineage("""
                {"eventTime": "2026-11-20T08:00:00Z", "dataset": {"namespace": "s3", "name": "a"},
                 "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent"}
                {"eventTime": "2026-11-20T08:00:00Z", "job": {"namespace": "acme", "name": "index"},
                 "inputs": [{"namespace": "s3", "name": "b"}], "outputs": [{"namespace": "s3", "name": "c"}],
                 "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent"}
                """);
        assertThat(lineage.runs()).isEmpty();
        assertThat(lineage.mentioned()).isEqualTo(datasets("a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`[]` | INCOMPLETE: events.json: The file holds no event;"
                        + " Let the OpenLineage client write its events into this file",
                "`\n{\"eventType\": \"COMPLETE\", \"run\": {}, \"job\": {\"namespace\": \"a\", \"name\": \"b\"}}`"
                        + " | INCOMPLETE: events.json:2:1: The file holds an event without run.runId, so that no run can be"
                        + " told from it, at line 2; Mend what writes the event, and let it run again",
                "`{\"run\": {\"runId\": \" \"}}{\"run\": null}` | INCOMPLETE: events.json:1:1: The file holds an event without"
                        + " run.runId, so that no run can be told from it, at line 1 and at 1 other place;"
                        + " Mend what writes the event, and let it run again",
                "`{\"schemaURL\": \"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\"}` | INCOMPLETE:"
                        + " events.json:1:1: The file holds an event without run.runId, so that no run can be told from it,"
                        + " at line 1; Mend what writes the event, and let it run again",
                "`{\"run\": {\"runId\": \"r1\"}, \"inputs\": [{\"name\": \"b\"}]}` | INCOMPLETE: events.json:1:1: The file"
                        + " holds an event with a dataset that lacks namespace or name, at line 1;"
                        + " Mend what writes the event, and let it run again",
                "`{\"dataset\": {}}` | INCOMPLETE: events.json:1:1: The file"
                        + " holds an event with a dataset that lacks namespace or name, at line 1;"
                        + " Mend what writes the event, and let it run again",
            })
    void doubtsWhatCannotBeToldFromEvents(String text, String expected) {
        assertThat(Readings.doubt(read(text))).isEqualTo(expected);
    }

    @Test
    void aRunWithoutIdStillShowsItsDatasets() {
        assertThat(lineage("{\"run\": {}, \"inputs\": [" + dataset("in") + "], \"outputs\": [" + dataset("out") + "]}")
                        .mentioned())
                .isEqualTo(datasets("in", "out"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"name\": \"x\"}` | UNREADABLE: events.json:1:1: This is not an OpenLineage event: it is about no run,"
                        + " no job and no dataset; Give the events as the OpenLineage client wrote them",
                "`[{\"run\": {\"runId\": \"r1\"}},\n 7]` | UNREADABLE: events.json:2:2: This is not an OpenLineage event: it is"
                        + " about no run, no job and no dataset; Give the events as the OpenLineage client wrote them",
                "`{\"run\": {\"runId\": \"${json-unit.any-string}\"}}` | UNREADABLE: events.json:1:1: This is a template for"
                        + " comparing events, not an event: it holds ${json-unit…};"
                        + " Give the events as the OpenLineage client wrote them",
                "`[{\"run\": {\"runId\": \"r1\"}}` | UNREADABLE: events.json:1:26: The JSON ends before it is complete;"
                        + " Let the tool finish, and give the file as it wrote it",
            })
    void refusesWhatIsNoEvent(String text, String expected) {
        assertThat(Readings.refusal(new OpenLineageReader(), source("events.json", text)))
                .isEqualTo(expected);
    }

    @Test
    void cutAnywhereARunNeverSucceeds() {
        for (int end = 0; end < COMPLETE.length(); end++) {
            assertThat(Readings.refusal(new OpenLineageReader(), source("events.json", COMPLETE.substring(0, end))))
                    .startsWith("UNREADABLE: events.json");
        }
        assertThat(onlyRun(START).state()).isEqualTo(State.RUNNING);
    }
}
