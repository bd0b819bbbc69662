package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookupTest {

    private static final Absence STALE = Absence.of(Reason.STALE, "The file is old", "Take it again");
    private static final Absence WEAK = Absence.of(Reason.WEAK_ASSURANCE, "The proof is weak", "Measure");

    @Test
    void provesWhatIsKnownAsWellAsItIsKnown() {
        var parts = Lookup.found(3, Assurance.SUMMARY)
                .judge("budget answer", value -> List.of(Part.met("budget answer", value + " are enough")));

        assertThat(parts)
                .containsExactly(Part.met("budget answer", "3 are enough").assured(Assurance.SUMMARY));
    }

    @Test
    void saysWhyNothingIsKnown() {
        var parts = Lookup.<Integer>absent(STALE).judge("budget answer", value -> List.of(Part.met("x", "y")));

        assertThat(parts)
                .containsExactly(Part.unproven("budget answer", Reason.STALE, "The file is old", "Take it again")
                        .assured(Assurance.DECLARED));
    }

    @Test
    void turnsWhatADoubtfulFactProvesIntoUnproven() {
        var parts = Lookup.doubtful(3, Assurance.MEASURED, STALE)
                .judge("budget answer", value -> List.of(Part.met("budget answer", value + " are enough")));

        assertThat(parts)
                .containsExactly(
                        Part.unproven("budget answer", Reason.STALE, "The file is old (3 are enough)", "Take it again")
                                .assured(Assurance.MEASURED));
    }

    @Test
    void letsADoubtfulFactRefute() {
        var refuted = Part.notMet("budget answer", Reason.OVER_LIMIT, "Too slow", "Make it faster");

        assertThat(Lookup.doubtful(3, Assurance.MEASURED, STALE).judge("budget answer", value -> List.of(refuted)))
                .containsExactly(refuted.assured(Assurance.MEASURED));
    }

    @Test
    void doesNotLoseADoubtThatGivesNoPart() {
        assertThat(Lookup.doubtful(3, Assurance.MEASURED, STALE).judge("issues", value -> List.of()))
                .containsExactly(STALE.part("issues"));
        assertThat(Lookup.found(3, Assurance.MEASURED).judge("issues", value -> List.of()))
                .isEmpty();
    }

    @Test
    void keepsTheFirstReason() {
        assertThat(Lookup.absent(STALE).doubtedFor(WEAK).absence()).contains(STALE);
        assertThat(Lookup.absent(STALE).refusedFor(WEAK).absence()).contains(STALE);
        assertThat(Lookup.doubtful(1, Assurance.MEASURED, STALE)
                        .doubtedFor(WEAK)
                        .absence())
                .contains(STALE);
        assertThat(Lookup.found(1, Assurance.MEASURED).doubtedFor(WEAK).absence())
                .contains(WEAK);
        assertThat(Lookup.found(1, Assurance.MEASURED).refusedFor(WEAK)).hasToString("nothing (The proof is weak)");
    }

    @Test
    void isNeverBetterThanWhatItIsMadeOf() {
        var random = new Random(10);
        for (int i = 0; i < 5_000; i++) {
            var one = lookup(random);
            var other = lookup(random);
            var both = combined(one, other, random);
            var parts = both.judge("part", value -> List.of(Part.met("part", "fine")));

            assertThat(both.assurance()).isLessThanOrEqualTo(one.assurance());
            assertThat(both.assurance()).isLessThanOrEqualTo(other.assurance());
            assertThat(parts).hasSize(1).allSatisfy(part -> {
                boolean known = one.absence().isEmpty() && other.absence().isEmpty();
                assertThat(part.outcome()).isEqualTo(known ? Outcome.MET : Outcome.UNPROVEN);
                assertThat(part.assurance()).isLessThanOrEqualTo(both.assurance());
            });
            if (one.absence().isPresent()) {
                assertThat(both.absence()).isEqualTo(one.absence());
            }
        }
    }

    private static Lookup<Integer> combined(Lookup<Integer> one, Lookup<Integer> other, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> one.with(other, Integer::sum);
            case 1 -> one.then(mine -> other);
            default -> one.map(mine -> mine + 1).then(mine -> other.map(theirs -> theirs + mine));
        };
    }

    private static Lookup<Integer> lookup(Random random) {
        var assurance = Assurance.values()[random.nextInt(4)];
        return switch (random.nextInt(3)) {
            case 0 -> Lookup.found(1, assurance);
            case 1 -> Lookup.doubtful(1, assurance, random.nextBoolean() ? STALE : WEAK);
            default -> Lookup.absent(random.nextBoolean() ? STALE : WEAK);
        };
    }

    @Test
    void tellsItsValueAndItsDoubt() {
        assertThat(Lookup.doubtful(Optional.of(1), Assurance.MEASURED, STALE))
                .hasToString("Optional[1] (The file is old)");
    }
}
