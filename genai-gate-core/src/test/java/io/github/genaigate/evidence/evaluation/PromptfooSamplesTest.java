package io.github.genaigate.evidence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Result;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptfooSamplesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd-many_findings.json      | 2 | 7 | 0 | {harmful:hate=3, indirect-prompt-injection=1, none=1,"
                        + " overreliance=1, pii:direct=1} | 2026-06-23T17:14:06.067Z",
                "workbench-2pass-1fail.json | 2 | 1 | 0 | {none=1} | 2026-04-22T15:48:05.620Z",
            })
    void readsTheFiguresOfTheIndex(
            String file, int passed, int failed, int errored, String failedByPlugin, Instant takenAt) throws Exception {
        Reading reading = Readings.read(new PromptfooReader(), SampleFolder.sample("promptfoo/" + file));
        var cases = ((Cases) reading.measurement()).cases();
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(takenAt);
        assertThat(cases).filteredOn(one -> one.result() == Result.PASSED).hasSize(passed);
        assertThat(cases).filteredOn(one -> one.result() == Result.FAILED).hasSize(failed);
        assertThat(cases).filteredOn(one -> one.result() == Result.ERRORED).hasSize(errored);
        assertThat(cases).extracting(Cases.Case::id).doesNotHaveDuplicates();
        var byPlugin = cases.stream()
                .filter(one -> one.result() == Result.FAILED)
                .collect(Collectors.groupingBy(
                        one -> one.attributes().getOrDefault("pluginId", "none"), TreeMap::new, Collectors.counting()));
        assertThat(byPlugin.toString()).isEqualTo(failedByPlugin);
    }

    /** The tool's own total: 126 tokens asked and 3 answered in 3 requests. */
    @Test
    void addsUpTheTokensAsTheToolDoes() throws Exception {
        Reading reading =
                Readings.read(new PromptfooReader(), SampleFolder.sample("promptfoo/workbench-2pass-1fail.json"));
        var tokens = reading.measurement().usage().orElseThrow().models();
        assertThat(tokens).containsOnlyKeys("gpt-4o-mini");
        assertThat(tokens.get("gpt-4o-mini").input().sum()).isEqualByComparingTo("126");
        assertThat(tokens.get("gpt-4o-mini").output().sum()).isEqualByComparingTo("3");
        assertThat(tokens.get("gpt-4o-mini").input().count()).isEqualTo(3);
    }
}
