package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.gate.Assessment.Judged;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.policy.Requirement;
import io.github.genaigate.policy.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one place in which a verdict is computed, and how long it holds. */
class AssessmentTest {

    private static final List<String> STAGES = List.of("poc", "pilot", "production");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static Judgement judgement(Outcome outcome) {
        return new Judgement(List.of(
                switch (outcome) {
                    case MET -> Part.met("part", "It holds");
                    case NOT_MET -> Part.notMet("part", Reason.OVER_LIMIT, "It does not hold", "Mend it");
                    case UNPROVEN -> Part.unproven("part", Reason.MISSING, "It is missing", "Add it");
                    case NOT_APPLICABLE ->
                        new Part(
                                "part",
                                Outcome.NOT_APPLICABLE,
                                Optional.empty(),
                                "It does not apply",
                                Optional.empty(),
                                Assurance.DECLARED,
                                List.of(),
                                List.of());
                }));
    }

    /** @param levels at poc, pilot and production */
    private static Judged judged(String id, Outcome outcome, String levels, String effectiveFrom, boolean waivable) {
        var words = levels.split(" ");
        return new Judged(
                new Requirement(
                        id,
                        "sample",
                        Map.of(
                                "poc", Level.valueOf(words[0]),
                                "pilot", Level.valueOf(words[1]),
                                "production", Level.valueOf(words[2])),
                        Optional.ofNullable(effectiveFrom).map(LocalDate::parse),
                        waivable,
                        Scope.everyService(),
                        Rationale.none(),
                        Settings.none(),
                        Map.of(),
                        Map.of()),
                STAGES.stream().collect(Collectors.toMap(Function.identity(), stage -> judgement(outcome))));
    }

    private static Judged judged(String id, Outcome outcome, String levels) {
        return judged(id, outcome, levels, null, true);
    }

    private static Waiver waiver(String requirement) {
        return new Waiver(
                requirement,
                "production",
                List.of(),
                "It is being mended",
                "ACME-7",
                "risk@acme.example",
                TODAY,
                LocalDate.parse("2026-12-10"),
                Optional.of(0),
                Place.of("genai-gate.yaml"));
    }

    private static Assessment assessment(Judged... judged) {
        return new Assessment(
                STAGES,
                List.of(judged),
                new ValidWaivers(List.of(waiver("waived")), STAGES),
                "bot",
                Optional.empty(),
                TODAY);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MET,            BLOCK, READY
            NOT_MET,        BLOCK, NOT_READY
            UNPROVEN,       BLOCK, NOT_READY
            NOT_APPLICABLE, BLOCK, NOT_READY
            MET,            WARN,  READY
            NOT_MET,        WARN,  READY
            UNPROVEN,       INFO,  READY
            NOT_APPLICABLE, WARN,  NOT_READY
            MET,            OFF,   NOT_READY
            """)
    void oneRequirement(Outcome outcome, Level level, Verdict verdict) {
        var one = assessment(judged("one", outcome, "OFF OFF " + level));

        assertThat(one.verdict("production")).isEqualTo(verdict);
        assertThat(one.reached()).isEqualTo(verdict == Verdict.READY ? Optional.of("production") : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void allThatCouldBlockMustNotBeBesideThePoint(Outcome other) {
        var applies = assessment(
                judged("blocks", Outcome.NOT_APPLICABLE, "OFF OFF BLOCK"), judged("warns", other, "OFF OFF WARN"));

        assertThat(applies.checkedSomething("production")).isFalse();
        assertThat(applies.verdict("production")).isEqualTo(Verdict.NOT_READY);
        assertThat(applies.findings("production")).hasSize(2);
    }

    @Test
    void nothingIsNotReady() {
        assertThat(assessment().verdict("production")).isEqualTo(Verdict.NOT_READY);
        assertThat(assessment().checkedSomething("production")).isFalse();
        assertThat(assessment().reached()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MET,     MET,     production
            MET,     NOT_MET, pilot
            NOT_MET, MET,
            """)
    void theLastStageThatWouldBeReadyWithAllBefore(Outcome early, Outcome late, String reached) {
        var both = assessment(judged("early", early, "OFF BLOCK BLOCK"), judged("late", late, "OFF WARN BLOCK"));

        assertThat(both.reached()).isEqualTo(Optional.ofNullable(reached));
    }

    @Test
    void aRequirementOfALaterDayWarnsAtTheMost() {
        var one = assessment(
                judged("today", Outcome.MET, "OFF OFF BLOCK", "2026-11-22", true),
                judged("tomorrow", Outcome.NOT_MET, "OFF INFO BLOCK", "2026-11-23", true));

        assertThat(one.findings("production")).extracting(Finding::requirement).containsExactly("today");
        assertThat(one.upcoming("production")).extracting(Finding::level).containsExactly(Level.WARN);
        assertThat(one.upcoming("pilot")).extracting(Finding::level).containsExactly(Level.INFO);
        assertThat(one.upcoming("poc")).isEmpty();
        assertThat(one.verdict("production")).isEqualTo(Verdict.READY);
    }

    @Test
    void aWaiverRemovesTheBlockAndKeepsTheOutcome() {
        var one = assessment(judged("waived", Outcome.NOT_MET, "OFF OFF BLOCK"));
        assertThat(one.verdict("production")).isEqualTo(Verdict.READY);
        assertThat(one.findings("production"))
                .allMatch(Finding::waived)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.NOT_MET);

        var unwaivable = assessment(judged("waived", Outcome.NOT_MET, "OFF OFF BLOCK", null, false));
        assertThat(unwaivable.verdict("production")).isEqualTo(Verdict.NOT_READY);

        var warning = assessment(judged("waived", Outcome.NOT_MET, "OFF OFF WARN"));
        assertThat(warning.findings("production"))
                .as("a waiver removes a block and no warning")
                .allMatch(Finding::warns);

        var met = assessment(judged("waived", Outcome.MET, "OFF OFF BLOCK"));
        assertThat(met.findings("production"))
                .allMatch(finding -> finding.waiver().isEmpty());
    }

    @Test
    void theFirstOfAllEnds() {
        var assessment = assessment(
                judged("waived", Outcome.NOT_MET, "OFF OFF BLOCK"),
                judged("soon", Outcome.UNPROVEN, "OFF OFF BLOCK", "2027-01-01", true),
                judged("told", Outcome.UNPROVEN, "OFF OFF INFO", "2026-11-24", true),
                judged("held", Outcome.MET, "OFF OFF BLOCK", "2026-11-24", true));

        assertThat(validity(assessment, "2026-12-09"))
                .contains(new Validity(LocalDate.parse("2026-12-09"), "the sign-off of the role risk expires"));
        assertThat(validity(assessment, "2027-12-09"))
                .contains(new Validity(LocalDate.parse("2026-12-10"), "the waiver of waived ends"));
        assertThat(validity(assessment(judged("soon", Outcome.UNPROVEN, "OFF OFF BLOCK", "2027-01-01", true)), null))
                .contains(new Validity(LocalDate.parse("2026-12-31"), "soon comes into force"));
        assertThat(validity(assessment(judged("held", Outcome.MET, "OFF OFF BLOCK")), null))
                .isEmpty();
    }

    private static Optional<Validity> validity(Assessment assessment, String expires) {
        var signOffs = Stream.ofNullable(expires)
                .map(day -> new SignOff(
                        "risk",
                        "risk@acme.example",
                        TODAY,
                        Optional.of(LocalDate.parse(day)),
                        SignOff.Signers.LISTED,
                        "",
                        Place.of("risk.yaml")))
                .toList();
        return new Validities(TODAY)
                .findings(assessment.findings("production"), assessment.upcoming("production"))
                .signOffs(signOffs)
                .first();
    }
}
