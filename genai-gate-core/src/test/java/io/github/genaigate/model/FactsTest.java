package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    void sayThatNoSignOffIsNamed() {
        assertThat(facts.signOff("risk").absence())
                .contains(Absence.of(
                        Reason.MISSING,
                        "The manifest names no sign-off of the role risk",
                        "Add a record of the role risk under signOffs"));
    }
}
