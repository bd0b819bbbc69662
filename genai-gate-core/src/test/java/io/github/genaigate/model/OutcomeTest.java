package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Part MET = Part.met("a", "It is so").assured(Assurance.MEASURED);
    private static final Part NOT_MET = Part.notMet("b", Reason.OVER_LIMIT, "It is not so", "Change it");
    private static final Part UNPROVEN = Part.unproven("c", Reason.MISSING, "Nobody knows", "Look");

    @Test
    void isAsBadAsItsWorstPart() {
        assertThat(new Judgement(List.of(MET)).outcome()).isEqualTo(Outcome.MET);
        assertThat(new Judgement(List.of(MET, UNPROVEN)).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(new Judgement(List.of(UNPROVEN, NOT_MET, MET)).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(new Judgement(List.of(UNPROVEN, NOT_MET, MET)).worst()).isEqualTo(NOT_MET);
        assertThat(new Judgement(List.of(MET, UNPROVEN)).assurance()).isEqualTo(Assurance.MEASURED);
    }

    @Test
    void provesNothingWithoutParts() {
        var judgement = new Judgement(List.of());

        assertThat(judgement.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(judgement.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(judgement.worst().reason()).contains(Reason.MISSING);
        assertThat(judgement.worst().message()).isEqualTo("There was nothing to judge");
    }

    @Test
    void hasPartsThatSayWhyTheyFail() {
        assertThatThrownBy(() -> new Part(
                        "a",
                        Outcome.NOT_MET,
                        Optional.empty(),
                        "It is not so",
                        Optional.of("Change it"),
                        Assurance.MEASURED,
                        List.of(),
                        List.of()))
                .hasMessage("a part has a reason and a mend exactly when it fails: It is not so");
        assertThatThrownBy(() -> new Part(
                        "a",
                        Outcome.MET,
                        Optional.empty(),
                        "It is so",
                        Optional.of("Change it"),
                        Assurance.MEASURED,
                        List.of(),
                        List.of()))
                .hasMessage("a part has a reason and a mend exactly when it fails: It is so");
    }

    @Test
    void addsToPartsWithoutChangingThem() {
        var place = new Place("a.csv", 3, 0);
        var more = NOT_MET.observing(Observation.of("requests", 3, "requests")).at(place);

        assertThat(more.observations()).extracting(Observation::text).containsExactly("3 requests");
        assertThat(more.places()).containsExactly(place);
        assertThat(NOT_MET.observations()).isEmpty();
        assertThat(NOT_MET.places()).isEmpty();
    }
}
