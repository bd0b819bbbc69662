package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.ConsoleReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Until its day a changed value is judged and only warns; from then on it decides. */
class ChangedValuesTest {

    private static final String LATENCY = "latency-budget: { maxAge: 30 d, binding: committed";

    @TempDir
    Path folder;

    private ServiceFolder service;

    /** Every request took 400 ms. */
    @BeforeEach
    void service() {
        service = ServiceFolder.ready(folder);
    }

    private void changes(String changes) {
        service.edit(
                ServiceFolder.POLICY,
                LATENCY,
                LATENCY + ", ceilings: [{ metric: duration, within: 600 ms, share: 95 % }], changes: [" + changes
                        + "]");
    }

    private static String ceiling(String day, String within) {
        return "{ effectiveFrom: " + day + ", ceilings: [{ metric: duration, within: " + within + ", share: 95 % }] }";
    }

    private Decision on(String time) {
        return ServiceFolder.GATE.decide(service.with().now(Instant.parse(time)));
    }

    private static List<String> upcoming(Decision decision) {
        return decision.upcoming().stream()
                .filter(finding -> finding.requirement().equals("latency-budget"))
                .map(finding -> finding.effectiveFrom().orElseThrow() + " " + finding.level() + " " + finding.outcome())
                .toList();
    }

    @Test
    void what_fails_from_its_day_on_warns_before_with_a_countdown() {
        changes(ceiling("2026-12-12", "300 ms"));
        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(ServiceFolder.finding(decision, "latency-budget").outcome()).isEqualTo(Outcome.MET);
        assertThat(upcoming(decision)).containsExactly("2026-12-12 WARN NOT_MET");
        assertThat(decision.validUntil())
                .contains(new Validity(
                        LocalDate.parse("2026-12-09"), "the evidence evals grows older than evaluation allows"));
        assertThat(ConsoleReport.lines(decision, false, List.of()))
                .containsSequence(
                        "NOT YET IN FORCE (2)", "  x latency-budget: not met (over-limit), 2 of 4 parts fail");
        assertThat(ConsoleReport.lines(decision, false, List.of())).contains("      from:   2026-12-12 (in 20 days)");
    }

    @Test
    void the_day_itself_decides_in_utc() {
        changes(ceiling("2026-11-24", "300 ms"));

        assertThat(on("2026-11-23T23:59:59Z").verdict()).isEqualTo(Verdict.READY);
        assertThat(on("2026-11-23T23:59:59Z").validUntil())
                .contains(new Validity(LocalDate.parse("2026-11-23"), "latency-budget gets stricter"));
        var decided = on("2026-11-24T00:00:00Z");
        assertThat(decided.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decided.blocking()).extracting(Finding::requirement).containsExactly("latency-budget");
        assertThat(decided.blocking().get(0).origin().get("ceilings"))
                .hasToString("acme-genai 3.2.0 (acme-policy.yaml:7:157)");
        assertThat(upcoming(decided)).isEmpty();
    }

    @Test
    void the_first_change_that_fails_is_told_and_one_that_holds_is_not() {
        changes(ceiling("2026-12-01", "500 ms") + ", " + ceiling("2026-12-05", "300 ms") + ", "
                + ceiling("2026-12-06", "200 ms"));

        assertThat(upcoming(service.decide())).containsExactly("2026-12-05 WARN NOT_MET");
        assertThat(upcoming(on("2026-12-05T12:00:00Z"))).containsExactly("2026-12-06 WARN NOT_MET");
        assertThat(ServiceFolder.finding(on("2026-12-04T12:00:00Z"), "latency-budget")
                        .outcome())
                .isEqualTo(Outcome.MET);
    }

    /** Two lines about one thing would be read as two things. */
    @Test
    void what_fails_today_is_not_told_again_for_a_later_day() {
        changes(ceiling("2026-12-01", "300 ms"));
        service.delete(ServiceFolder.JMETER);
        service.delete(ServiceFolder.K6);
        var decision = service.decide();

        assertThat(ServiceFolder.finding(decision, "latency-budget").blocks()).isTrue();
        assertThat(upcoming(decision)).isEmpty();
    }

    @Test
    void a_level_rises_on_its_day_too() {
        service.edit(
                ServiceFolder.POLICY,
                "levels: { production: \"off\" }",
                "levels: { production: \"off\" }\n    changes: [{ effectiveFrom: 2026-11-24, levels: { production: block } }]\n"
                        + "    suites: [{ name: never, passing: 99 % }]");
        var before = service.decide();

        assertThat(before.off()).containsExactly("never-demanded");
        assertThat(before.upcoming())
                .filteredOn(finding -> finding.requirement().equals("never-demanded"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.WARN));
        assertThat(before.validUntil())
                .contains(new Validity(LocalDate.parse("2026-11-23"), "never-demanded comes into force"));
        assertThat(on("2026-11-24T00:00:00Z").blocking())
                .extracting(Finding::requirement)
                .containsExactly("never-demanded");
    }

    @Test
    void evidence_that_will_be_too_old_by_then_ends_it() {
        changes("{ effectiveFrom: 2026-12-01, maxAge: 15 d }");
        var decision = service.decide();

        assertThat(upcoming(decision)).isEmpty();
        assertThat(decision.validUntil())
                .contains(new Validity(
                        LocalDate.parse("2026-11-30"),
                        "the evidence load-test grows older than latency-budget allows"));
        assertThat(on("2026-11-30T12:00:00Z").verdict()).isEqualTo(Verdict.READY);
        assertThat(on("2026-12-01T00:00:00Z").verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void with_a_correction_the_claims_of_that_day_are_counted() {
        service.edit(ServiceFolder.POLICY, "skip: forbidden", "skip: forbidden\nsimultaneous: { correction: holm }");
        changes(ceiling("2026-12-05", "300 ms"));

        assertThat(upcoming(service.decide())).containsExactly("2026-12-05 WARN NOT_MET");
    }
}
