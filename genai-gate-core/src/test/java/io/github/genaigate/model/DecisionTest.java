package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Part MET = Part.met("a", "It is so");
    private static final Part UNPROVEN = Part.unproven("b", Reason.MISSING, "Nobody knows", "Look");
    private static final Waiver WAIVER = new Waiver(
            "b",
            "production",
            List.of(),
            "not yet",
            "ACME-7",
            "kim@acme.example",
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            Optional.empty(),
            Place.of("genai-gate.yaml"));

    @Test
    void isReadyWhenNothingBlocks() {
        var decision = decision(
                false,
                List.of(),
                finding(Level.BLOCK, MET, Optional.empty()),
                finding(Level.WARN, UNPROVEN, Optional.empty()),
                finding(Level.INFO, UNPROVEN, Optional.empty()),
                finding(Level.BLOCK, UNPROVEN, Optional.of(WAIVER)));

        assertThat(decision.counts()).isEqualTo(new Decision.Counts(4, 1, 0, 3, 0));
        assertThat(decision.blocking()).isEmpty();
        assertThat(decision.warnings()).hasSize(1);
        assertThat(decision.waived()).hasSize(1);
    }

    @Test
    void isNeverReadyWhenSomethingBlocks() {
        assertRefused(false, List.of(), finding(Level.BLOCK, UNPROVEN, Optional.empty()));
    }

    @Test
    void isNeverReadyWhenNothingWasChecked() {
        assertRefused(false, List.of());
    }

    @Test
    void isNeverReadyInARehearsal() {
        assertRefused(true, List.of(), finding(Level.BLOCK, MET, Optional.empty()));
    }

    @Test
    void isNeverReadyWithUnusableInput() {
        var problem = new Problem(Place.of("genai-gate.yaml"), "The file is empty", "Write it");

        assertRefused(false, List.of(problem), finding(Level.BLOCK, MET, Optional.empty()));
    }

    @Test
    void countsAddUp() {
        assertThatThrownBy(() -> new Decision.Counts(3, 1, 1, 0, 0)).hasMessage("the counts do not add up");
    }

    private static void assertRefused(boolean rehearsal, List<Problem> problems, Finding... findings) {
        assertThatThrownBy(() -> decision(rehearsal, problems, findings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not ready: ");
    }

    private static Finding finding(Level level, Part part, Optional<Waiver> waiver) {
        return new Finding(
                part.name(),
                "latency-budget",
                level,
                new Judgement(List.of(part)),
                Optional.empty(),
                Map.of(),
                waiver,
                Optional.empty());
    }

    private static Decision decision(boolean rehearsal, List<Problem> problems, Finding... findings) {
        return new Decision(
                Verdict.READY,
                new Decision.Stages(Optional.of("production"), Optional.of("production")),
                Optional.of("support-assistant"),
                Optional.empty(),
                new Decision.Subject(Optional.empty(), Optional.empty(), false),
                Instant.EPOCH,
                rehearsal,
                new Decision.PolicyIdentity("acme-genai", "1", List.of()),
                List.of(findings),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
