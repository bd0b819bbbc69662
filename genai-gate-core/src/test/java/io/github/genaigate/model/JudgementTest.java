package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Part MET = Part.met("one", "It holds");
    private static final Part UNPROVEN = Part.unproven("two", Reason.MISSING, "Nobody knows", "Find out");
    private static final Part NOT_MET = Part.notMet("three", Reason.OVER_LIMIT, "It does not hold", "Mend it");

    @Test
    void tells_the_worst_part_and_how_many_more_fail() {
        var judgement = new Judgement(List.of(MET, UNPROVEN, NOT_MET, MET, NOT_MET));

        assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(judgement.message()).isEqualTo("It does not hold (and 2 more)");
        assertThat(judgement.reason()).contains(Reason.OVER_LIMIT);
        assertThat(judgement.mend()).contains("Mend it");
        assertThat(judgement.failing()).containsExactly(NOT_MET, NOT_MET, UNPROVEN);
        assertThat(judgement.worstFirst()).containsExactly(NOT_MET, NOT_MET, UNPROVEN, MET, MET);
    }

    @Test
    void tells_how_many_more_hold_when_none_fails() {
        var judgement = new Judgement(List.of(MET, MET));

        assertThat(judgement.message()).isEqualTo("It holds (and 1 more)");
        assertThat(judgement.mend()).isEmpty();
        assertThat(judgement.failing()).isEmpty();
    }

    @Test
    void counts_neither_parts_that_hold_nor_parts_that_do_not_apply() {
        var notApplicable = new Part(
                "four",
                Outcome.NOT_APPLICABLE,
                Optional.empty(),
                "Not demanded",
                Optional.empty(),
                Assurance.DECLARED,
                List.of(),
                List.of());

        assertThat(new Judgement(List.of(MET, UNPROVEN, notApplicable)).message())
                .isEqualTo("Nobody knows");
        assertThat(new Judgement(List.of(notApplicable, MET)).message()).isEqualTo("It holds");
        assertThat(new Judgement(List.of(notApplicable, notApplicable)).message())
                .isEqualTo("Not demanded (and 1 more)");
    }

    @Test
    void proves_nothing_without_parts() {
        var judgement = new Judgement(List.of());

        assertThat(judgement.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(judgement.message()).isEqualTo("There was nothing to judge");
        assertThat(judgement.assurance()).isEqualTo(Assurance.DECLARED);
    }

    @Test
    void numbers_are_told_in_full_unless_they_would_fill_pages() {
        assertThat(Observation.of("rate", new BigDecimal("1E+3"), "").text()).isEqualTo("1000");
        assertThat(Observation.of("rate", new BigDecimal("1E+1000000000"), "ms").text())
                .isEqualTo("1E+1000000000 ms");
        assertThat(Observation.digits(new BigDecimal("1E-1000000000"))).isEqualTo("1E-1000000000");
    }
}
