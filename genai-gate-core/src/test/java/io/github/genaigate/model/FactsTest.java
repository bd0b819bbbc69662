package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Absence UNASKED = Absence.of(Reason.MISSING, "Nobody asked", "Ask");

    private final Facts facts = new Facts(
            Instant.EPOCH,
            Map.of("lineage", Lookup.found(new Lineage(List.of(), new TreeSet<>()), Assurance.MEASURED)),
            Lookup.absent(UNASKED),
            Map.of(),
            Lookup.absent(UNASKED),
            Lookup.absent(UNASKED));

    @Test
    void giveEvidenceOfTheShapeAskedFor() {
        var lineage = facts.evidence("lineage", Shape.LINEAGE);

        assertThat(lineage.absence()).isEmpty();
        assertThat(lineage.assurance()).isEqualTo(Assurance.MEASURED);
    }

    @Test
    void sayThatEvidenceIsOfAnotherShape() {
        assertThat(facts.evidence("lineage", Shape.SAMPLES).absence())
                .contains(Absence.of(
                        Reason.FOREIGN,
                        "Evidence lineage holds lineage events, not latency samples",
                        "Name evidence that holds latency samples"));
    }

    @Test
    void sayThatEvidenceIsNotDeclared() {
        assertThat(facts.evidence("load", Shape.SAMPLES).absence())
                .contains(Absence.of(
                        Reason.MISSING,
                        "No evidence named load is declared",
                        "Declare it under evidence in the manifest"));
    }

    @Test
    void giveTheTokensOfEvidenceThatTellsThem() {
        var usage = new Usage(new TreeMap<>());
        var telling = new Facts(
                Instant.EPOCH,
                Map.of("evals", Lookup.found(new Cases(List.of(), Optional.of(usage)), Assurance.SUMMARY)),
                Lookup.absent(UNASKED),
                Map.of(),
                Lookup.absent(UNASKED),
                Lookup.absent(UNASKED));

        assertThat(telling.usage("evals").absence()).isEmpty();
        assertThat(telling.usage("evals").assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(facts.usage("lineage").absence())
                .contains(Absence.of(
                        Reason.FOREIGN,
                        "Evidence lineage does not tell how many tokens its requests took",
                        "Name evidence that tells the tokens of each request"));
        assertThat(facts.usage("load").absence())
                .contains(Absence.of(
                        Reason.MISSING,
                        "No evidence named load is declared",
                        "Declare it under evidence in the manifest"));
    }

    @Test
    void sayThatNoSignOffIsNamed() {
        assertThat(facts.signOff("risk").absence())
                .contains(Absence.of(
                        Reason.MISSING,
                        "The manifest names no sign-off of the role risk",
                        "Add a record of the role risk under signOffs"));
    }
}
