package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.report.ForecastReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the days to come do to a service that is ready today, 22 November 2026. */
class ForecastTest {

    @TempDir
    Path folder;

    private ServiceFolder service;

    /** Ends on different days: the approval, the evidence, what the owners committed; and a requirement begins. */
    @BeforeEach
    void service() {
        service = ServiceFolder.ready(folder);
        service.edit(ServiceFolder.RECORD, text -> text + "expires: 2026-11-30\n")
                .git()
                .commit(ServiceFolder.RISK, "2026-11-18", "Sign for a while");
    }

    private Forecast forecast(int days) {
        return ServiceFolder.GATE.forecast(service.request(), days);
    }

    private static List<String> told(Forecast forecast) {
        return forecast.turns().stream()
                .map(turn -> turn.day() + " " + turn.finding().requirement()
                        + (turn.finding().blocks()
                                        && turn.finding().effectiveFrom().isEmpty()
                                ? " blocks"
                                : " warns"))
                .toList();
    }

    @Test
    void tellsWhatEndsAndWhatBegins() {
        assertThat(forecast(90).red()).isEmpty();
        assertThat(told(forecast(90)))
                .containsExactly(
                        "2026-12-01 governance-sign-off blocks",
                        "2026-12-10 evaluation blocks",
                        "2026-12-10 latency-budget blocks",
                        "2027-01-15 out-of-scope blocks",
                        "2027-01-30 owner-assignment blocks");
    }

    @Test
    void tellsTheDayFromWhichAModelIsRefused() {
        service.edit(
                ServiceFolder.POLICY,
                "requirements:\n",
                "requirements:\n  model-inventory: { retiresWithin: 217 d }\n");

        assertThat(told(forecast(2))).isEmpty();
        assertThat(ForecastReport.lines(forecast(3)))
                .containsExactly(
                        "What turns red for support-assistant at production in the next 3 days when nothing is done",
                        "",
                        "2026-11-25, in 3 days: model-inventory blocks",
                        "    Model answerer: it is retired on 2027-06-30, and a notice of 217 d is demanded",
                        "    next: Move to a model that stays, and take its evidence anew");
    }

    /** Every request took 400 ms. */
    @Test
    void judgesByTheValuesOfEachDay() {
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed",
                "latency-budget: { maxAge: 30 d, binding: committed, changes: [{ effectiveFrom: 2026-11-27, ceilings:"
                        + " [{ metric: duration, within: 300 ms, share: 95 % }] }]");

        assertThat(told(forecast(9)))
                .containsExactly("2026-11-27 latency-budget blocks", "2026-12-01 governance-sign-off blocks");
    }

    /** The evidence grows too old before the value changes, and fails by both then. */
    @Test
    void hidesNothingBehindWhatChangesLater() {
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed",
                "latency-budget: { maxAge: 30 d, binding: committed, changes: [{ effectiveFrom: 2026-12-15, maxAge: 20 d }]");

        assertThat(told(forecast(30)))
                .containsExactly(
                        "2026-11-30 latency-budget warns",
                        "2026-12-01 governance-sign-off blocks",
                        "2026-12-10 evaluation blocks",
                        "2026-12-10 latency-budget blocks");
    }

    @Test
    void endsWhereTheHorizonEnds() {
        assertThat(told(forecast(9))).containsExactly("2026-12-01 governance-sign-off blocks");
        assertThat(told(forecast(8))).isEmpty();
    }

    @Test
    void agreesWithTheDecision() {
        var decision = service.decide();
        var first = forecast(366).turns().stream()
                .filter(turn -> turn.finding().blocks())
                .map(Forecast.Turn::day)
                .findFirst();

        assertThat(first)
                .contains(decision.validUntil()
                        .map(Decision.Validity::day)
                        .orElseThrow()
                        .plusDays(1));
    }

    /** The same as judging every single day, which takes more time. */
    @Test
    void leavesOutNoDay() {
        var everyDay = new ArrayList<String>();
        var before = List.<String>of();
        for (int days = 1; days <= 24; days++) {
            var now = told(forecast(days));
            assertThat(now).containsAll(before);
            before = now;
            everyDay.addAll(
                    now.stream().filter(turn -> !everyDay.contains(turn)).toList());
        }

        assertThat(told(forecast(24))).containsExactlyElementsOf(everyDay);
    }

    @Test
    void tellsWhatBlocksToday() {
        service.delete(ServiceFolder.SARIF);

        assertThat(forecast(8).red()).extracting(Finding::requirement).containsExactly("security-review");
        assertThat(ForecastReport.lines(forecast(8)))
                .containsExactly(
                        "What turns red for support-assistant at production in the next 8 days when nothing is done",
                        "",
                        "BLOCKS TODAY (1)",
                        "  x security-review",
                        "",
                        "nothing more");
    }

    @Test
    void isToldInWords() {
        assertThat(ForecastReport.lines(forecast(9)))
                .containsExactly(
                        "What turns red for support-assistant at production in the next 9 days when nothing is done",
                        "",
                        "2026-12-01, in 9 days: governance-sign-off blocks",
                        "    The sign-off of the role risk held through 2026-11-30, and today is 2026-12-01 in UTC",
                        "    next: Have the role risk sign again");
    }

    @Test
    void isToldToMachines() throws Exception {
        var json = new StringBuilder();
        ForecastReport.json(forecast(9), json);

        assertThat(json.toString())
                .contains(
                        "\"schema\": \"genai-gate/forecast/v1\"",
                        "\"day\": \"2026-12-01\"",
                        "\"inDays\": 9",
                        "\"blocks\": true",
                        "\"message\": \"The sign-off of the role risk held through 2026-11-30, and today is 2026-12-01 in UTC\"");
    }

    @Test
    void tellsProblemsAlone() {
        service.edit(ServiceFolder.MANIFEST, "kind: Readiness", "kind: Readyness");

        assertThat(ForecastReport.lines(forecast(9)))
                .containsExactly(
                        "1 problem in the input, so nothing was foreseen",
                        "  x genai-gate.yaml:2:7: kind is \"Readyness\": only Readiness is known",
                        "      next: Did you mean Readiness?");
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertThatThrownBy(() -> forecast(0)).hasMessage("from 1 to 366 days: 0");
        assertThatThrownBy(() -> forecast(367)).hasMessage("from 1 to 366 days: 367");
    }
}
