package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.texts;
import static io.github.genaigate.criterion.ModelInventoryTest.CRITERION;
import static io.github.genaigate.criterion.ModelInventoryTest.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Lifecycle;
import io.github.genaigate.model.Prices.Lifecycle.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a model stays; the clock stands at 12:00 on 22 November 2026. */
class RetirementTest {

    private static final String TABLE = "id: gpt-4o-2024-08-06, provider: openai, lifecycle: prices";
    private static final String MOVE = " | Move to a model that stays, and take its evidence anew";

    private static Facts table(String id, Status status, Optional<String> retires) {
        return evidence(Map.of("prices", Lookup.found(prices(id, status, retires), Assurance.MEASURED)));
    }

    private static Measurement prices(String id, Status status, Optional<String> retires) {
        return new Prices(
                "USD",
                new TreeMap<>(),
                new TreeMap<>(Map.of(id, new Lifecycle(status, retires.map(LocalDate::parse)))));
    }

    private static List<String> declared(String settings, String fields) {
        return texts(CRITERION, demand(CRITERION, model("id: x, " + fields), settings), Fixture.nothing());
    }

    private static List<String> told(String settings, String fields, Facts facts) {
        return texts(CRITERION, demand(CRITERION, model(fields), settings), facts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lifecycle: true     | 2026-11-23 | MET ! it is retired on 2026-11-23 ! 2026-11-22
                    lifecycle: true     | 2026-11-22 | NOT_MET stale ! it is retired since 2026-11-22
                    lifecycle: true     | 2025-01-01 | NOT_MET stale ! it is retired since 2025-01-01
                    retiresWithin: 30 d | 2026-12-23 | MET ! it is retired on 2026-12-23, and a notice of 30 d is demanded ! 2026-11-22
                    retiresWithin: 30 d | 2026-12-22 | NOT_MET stale ! it is retired on 2026-12-22, and a notice of 30 d is demanded
                    retiresWithin: 36 h | 2026-11-24 | NOT_MET stale ! it is retired on 2026-11-24, and a notice of 36 h is demanded
                    retiresWithin: 30 d | 2027-03-31 | MET ! it is retired on 2027-03-31, and a notice of 30 d is demanded ! 2027-02-28
                    retiresWithin: 30 d | 2026-11-01 | NOT_MET stale ! it is retired since 2026-11-01
                    """)
    void theDayThatTheManifestSaysEndsIt(String settings, String day, String expected) {
        var judgement =
                CRITERION.judge(demand(CRITERION, model("id: x, retires: " + day), settings), Fixture.nothing());
        var said = expected.split(" ! ");
        assertThat(judgement.parts().stream().map(Fixture::text))
                .containsExactly(said[0] + " | Model answerer: " + said[1] + (said.length > 2 ? "" : MOVE));
        var part = judgement.worst();
        assertThat(part.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(part.until())
                .isEqualTo(
                        said.length > 2
                                ? Optional.of(new Validity(
                                        LocalDate.parse(said[2]),
                                        "the model answerer " + said[1].replace("it is", "is")))
                                : Optional.empty());
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("retires " + day);
    }

    @Test
    void whatIsRetiredIsRefusedThoughNobodyAsks() {
        assertThat(declared("licensed: true", "licence: MIT, retires: 2026-11-22"))
                .containsExactly(
                        "MET | Model answerer: its licence is MIT",
                        "NOT_MET stale | Model answerer: it is retired since 2026-11-22" + MOVE);
        assertThat(declared("licensed: true", "licence: MIT"))
                .containsExactly("MET | Model answerer: its licence is MIT");
    }

    @ParameterizedTest
    @CsvSource({"lifecycle: true", "retiresWithin: 90 d"})
    void whatIsNotToldIsUnproven(String settings) {
        assertThat(declared(settings, "weights: provider"))
                .containsExactly("UNPROVEN missing | Model answerer: nothing tells when it is retired"
                        + " | Add lifecycle, the name of a price table under evidence, or retires to the model");
        assertThat(declared(settings, "weights: team"))
                .containsExactly("MET | Model answerer: its weights are held by the team, and nobody takes it away");
    }

    @Test
    void aWordIsWeakerThanATable() {
        assertThat(declared("lifecycle: true\nassurance: measured", "retires: 2027-03-31"))
                .containsExactly(
                        "UNPROVEN weak-assurance | Model answerer: how long it stays is declared, and measured is"
                                + " demanded (Model answerer: it is retired on 2027-03-31)"
                                + " | Add lifecycle, the name of a price table under evidence, to the model");
        assertThat(declared("lifecycle: true\nassurance: measured", "retires: 2026-11-22"))
                .containsExactly("NOT_MET stale | Model answerer: it is retired since 2026-11-22" + MOVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    OFFERED    | -          | MET ! no retirement is announced
                    OFFERED    | 2027-03-31 | MET ! it is retired on 2027-03-31
                    DEPRECATED | 2027-03-31 | MET ! it is retired on 2027-03-31
                    OFFERED    | 2026-11-01 | NOT_MET stale ! it is retired since 2026-11-01
                    DEPRECATED | -          | NOT_MET stale ! it is deprecated, and nothing tells how long it stays
                    """)
    void theTableTellsHowLongItStays(Status status, String day, String expected) {
        var said = expected.split(" ! ");
        var facts = table("openai/gpt-4o-2024-08-06", status, Optional.ofNullable(day));
        var part = CRITERION
                .judge(demand(CRITERION, model(TABLE), "lifecycle: true"), facts)
                .worst();
        assertThat(Fixture.text(part))
                .isEqualTo(said[0] + " | Model answerer: " + said[1]
                        + (part.outcome().fails() ? MOVE : ""));
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
    }

    @Test
    void theFirstOfTwoDaysEndsIt() {
        var facts = table("gpt-4o-2024-08-06", Status.OFFERED, Optional.of("2027-03-31"));
        assertThat(told("lifecycle: true", TABLE + ", retires: 2027-02-01", facts))
                .containsExactly("MET | Model answerer: it is retired on 2027-02-01");
        assertThat(told("lifecycle: true", TABLE + ", retires: 2028-02-01", facts))
                .containsExactly("MET | Model answerer: it is retired on 2027-03-31");
    }

    @Test
    void aTableThatSaysNothingClearProvesNothing() {
        assertThat(told("lifecycle: true", TABLE, table("gpt-4o-2024-08-06", Status.UNCLEAR, Optional.empty())))
                .containsExactly(
                        "UNPROVEN unverifiable | Model answerer: the table prices does not say clearly whether it"
                                + " is retired | Look into the table, and pin one that the provider published");
        assertThat(told("lifecycle: true", TABLE, table("gpt-4o-2024-08-07", Status.OFFERED, Optional.empty())))
                .containsExactly("UNPROVEN missing | Model answerer: the table prices does not name gpt-4o-2024-08-06"
                        + " | Write gpt-4o-2024-08-07 if that is what is meant");
        assertThat(told("lifecycle: true", TABLE, table("embedder", Status.OFFERED, Optional.empty())))
                .containsExactly("UNPROVEN missing | Model answerer: the table prices does not name gpt-4o-2024-08-06"
                        + " | Renew the table, or add the id that the table uses to the aliases of the model");
    }

    @Test
    void aTableThatIsNotThereOrDoubtedProvesNothing() {
        var doubted = Lookup.found(prices("gpt-4o-2024-08-06", Status.OFFERED, Optional.empty()), Assurance.MEASURED)
                .doubtedFor(DOUBT);
        assertThat(told("lifecycle: true", TABLE, evidence(Map.of("prices", doubted))))
                .containsExactly(
                        "UNPROVEN stale | It is old (Model answerer: no retirement is announced) | Make it anew");
        assertThat(told("lifecycle: true", TABLE, evidence(Map.of("prices", Lookup.absent(NOT_THERE)))))
                .containsExactly("UNPROVEN missing | Nothing is there | Put something there");
        assertThat(told("lifecycle: true", TABLE, evidence("prices", new Issues(List.of()))))
                .containsExactly("UNPROVEN foreign | Evidence prices holds security issues, not prices"
                        + " | Name evidence that holds prices");
    }

    /** The age of a table is of its own; the gate holds it against the commit that brought it. */
    @Test
    void asksForTablesByTheirAge() {
        var needs = CRITERION.needs(
                demand(CRITERION, model(TABLE), "lifecycle: true\nmaximumLifecycleAge: 90 d\nmaxAge: 30 d"));
        assertThat(needs.ages()).isEqualTo(Map.of("prices", Duration.ofDays(90)));
    }

    @Test
    void aMetPartThatNothingEndsHolds() {
        var judgement =
                CRITERION.judge(demand(CRITERION, model("id: x, weights: team"), "lifecycle: true"), Fixture.nothing());
        assertThat(judgement.parts()).extracting(Part::until).containsExactly(Optional.empty());
    }
}
