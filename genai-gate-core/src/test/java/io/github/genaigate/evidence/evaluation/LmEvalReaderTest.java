package io.github.genaigate.evidence.evaluation;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LmEvalReaderTest {

    private static Reading read(String text) {
        return Readings.read(new LmEvalReader(), source("results.json", text));
    }

    private static List<Figure> figures(Reading reading) {
        return ((Figures) reading.measurement()).figures();
    }

    private static Value value(Reading reading, String name) {
        return figures(reading).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void readsMetricsWithTheirFiltersAndErrors() {
        Reading reading = read("""
                {"results": {
                  "a": {"alias": "a", "sample_len": 10, "acc,none": 0.5, "acc_stderr,none": 0.03,
                        "exact_match,strict-match": 0.25, "exact_match_stderr,strict-match": "N/A", "f1,none": NaN,
                        "f1_stderr,none": NaN},
                  "old": {"acc": 0.75, "acc_stderr": 0.01}},
                 "groups": {"all": {"acc,none": 0.6, "acc_stderr,none": 0.02}, "a": {"acc,none": 0.9}},
                 "n-samples": {"a": {"original": 10, "effective": 10}}, "config": {"limit": null}, "date": 1795168800.5}""");
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(reading.takenAt()).contains(Instant.ofEpochSecond(1795168800));
        assertThat(figures(reading))
                .extracting(Figure::name)
                .containsExactly("a/acc", "a/exact_match,strict-match", "all/acc", "old/acc");
        assertThat(value(reading, "a/acc"))
                .isEqualTo(new Value.Reported(
                        OptionalLong.of(10), new BigDecimal("0.5"), Optional.of(new BigDecimal("0.03"))));
        assertThat(value(reading, "a/exact_match,strict-match"))
                .isEqualTo(new Value.Reported(OptionalLong.of(10), new BigDecimal("0.25"), Optional.empty()));
        assertThat(value(reading, "all/acc"))
                .isEqualTo(new Value.Reported(
                        OptionalLong.empty(), new BigDecimal("0.6"), Optional.of(new BigDecimal("0.02"))));
    }

    /** The standard error of scores that are 0 or 1 only is known, and no other scores from 0 to 1 have it. */
    @ParameterizedTest
    @CsvSource({
        "200, 0.9, 0.02126643615025008, true",
        "200, 0.9, 0.021266, false",
        "200, 0.901, 0.02117, false",
        "1, 1, 0, false",
        "2, 1, 0, true",
        "200, 90, 0.02, false",
    })
    void whatIsACountIsReadAsOne(long samples, String mean, String error, boolean counted) {
        var reading = read("{\"results\": {\"a\": {\"acc,none\": " + mean + ", \"acc_stderr,none\": " + error
                + "}}, \"n-samples\": {\"a\": {\"original\": " + samples + ", \"effective\": " + samples + "}}}");
        assertThat(value(reading, "a/acc") instanceof Value.Counted).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"config\": {\"limit\": 100}` | INCOMPLETE: results.json: The evaluation was cut short by limit 100: it is"
                        + " part of a run; Run the evaluation without --limit, and give the file that it writes",
                "`\"n-samples\": {\"a\": {\"original\": 10, \"effective\": 9}}` | INCOMPLETE: results.json: Of the task a not all"
                        + " samples were evaluated: it is part of a run; Run the evaluation without --limit, and give the file"
                        + " that it writes",
                "`\"n-samples\": {\"a\": {\"effective\": 9}}` | INCOMPLETE: results.json: Of the task a not all samples were"
                        + " evaluated: it is part of a run; Run the evaluation without --limit, and give the file that it writes",
                "`\"n-samples\": {\"a\": {\"original\": 9, \"effective\": 9}}` | none",
                "`\"date\": 1e300` | none",
                "`\"date\": -1` | none",
            })
    void doubtsAPartOfARun(String more, String expected) {
        assertThat(Readings.doubt(
                        read("{\"results\": {\"a\": {\"acc,none\": 0.5, \"acc_stderr,none\": 0.1}}, " + more + "}")))
                .isEqualTo(expected);
    }

    @Test
    void nothingIsNoResult() {
        assertThat(
                        Readings.doubt(
                                read(
                                        "{\"results\": {\"a\": {\"alias\": \"a\", \"acc,none\": NaN, \"acc_stderr,none\": NaN, \"other\": 1}}}")))
                .isEqualTo(
                        "INCOMPLETE: results.json: The results hold no metric: nothing was evaluated; Run the evaluation"
                                + " without --limit, and give the file that it writes");
        assertThat(Readings.refusal(new LmEvalReader(), source("results.json", "{\"config\": {}}")))
                .isEqualTo(
                        "UNREADABLE: results.json: The file holds no results of lm-evaluation-harness; Give the results"
                                + " that lm_eval writes");
    }

    /** INDEX.tsv: 1 209 samples, of which 0.952026 match exactly, with a standard error of 0.006149. */
    @Test
    void readsTheSampleOfARealProject() throws Exception {
        Reading reading = Readings.read(new LmEvalReader(), SampleFolder.sample("lm-eval/gsm8k_platinum_results.json"));
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.ofEpochSecond(1791463157));
        assertThat(figures(reading))
                .extracting(Figure::name, Figure::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "gsm8k_platinum_cot_llama/exact_match,strict-match", new Value.Counted(1209, 1151)),
                        org.assertj.core.groups.Tuple.tuple(
                                "gsm8k_platinum_cot_llama/exact_match,flexible-extract",
                                new Value.Counted(1209, 1151)));
    }
}
