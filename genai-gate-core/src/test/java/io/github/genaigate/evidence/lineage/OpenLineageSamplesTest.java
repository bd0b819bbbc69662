package io.github.genaigate.evidence.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLineageSamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"fluentd-event_full.json", "full-run-event.json"})
    void readsTheFiguresOfTheIndex(String file) throws Exception {
        Reading reading = Readings.read(new OpenLineageReader(), SampleFolder.sample("openlineage/" + file));
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.parse("2020-12-28T19:51:01.641Z"));
        assertThat(((Lineage) reading.measurement()).runs()).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo("ea041791-68bc-4ae1-bd89-4c8106a157e4");
            assertThat(run.job()).isEqualTo("my-scheduler-namespace myjob.mytask");
            assertThat(run.state()).isEqualTo(State.SUCCEEDED);
            assertThat(run.inputs()).hasSize(1);
            assertThat(run.outputs()).hasSize(1);
        });
    }

    @Test
    void aDatasetEventProvesNoRunAndNoAge() throws Exception {
        Reading reading = Readings.read(new OpenLineageReader(), SampleFolder.sample("openlineage/dataset-event.json"));
        var lineage = (Lineage) reading.measurement();
        assertThat(reading.takenAt()).isEmpty();
        assertThat(lineage.runs()).isEmpty();
        assertThat(lineage.mentioned()).containsExactly(new Dataset("openlineage", "name"));
    }

    @Test
    void aRunWithoutIdIsDoubted() throws Exception {
        Reading reading = Readings.read(
                new OpenLineageReader(),
                SampleFolder.sample("openlineage/fluentd-event_no_run_id.json", "events.json"));
        var lineage = (Lineage) reading.measurement();
        assertThat(Readings.doubt(reading))
                .isEqualTo(
                        "INCOMPLETE: events.json:1:1: The file holds an event without run.runId, so that no run can be"
                                + " told from it, at line 1; Mend what writes the event, and let it run again");
        assertThat(reading.takenAt()).contains(Instant.parse("2020-12-28T09:52:00.001Z"));
        assertThat(lineage.runs()).isEmpty();
        assertThat(lineage.mentioned()).hasSize(3);
    }
}
