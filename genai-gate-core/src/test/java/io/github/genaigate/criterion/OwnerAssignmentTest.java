package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.NOW;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.repository;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Activity.Contributor;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OwnerAssignmentTest {

    private static final OwnerAssignment CRITERION = new OwnerAssignment();
    private static final Place HERE = new Place("genai-gate.yaml", 8, 5);
    private static final Owner TEAM = new Owner("accountable", "@acme/support-ai", HERE);
    private static final Owner KIM = new Owner("engineering", "Kim@acme.example", HERE);
    private static final Owner LEE = new Owner("operations", "lee@acme.example", HERE);

    private static Lookup<Content> content(String prefix, String... paths) {
        return Lookup.found(
                new Content(Optional.empty(), "sha256:00", false, prefix, List.of(paths)), Assurance.MEASURED);
    }

    private static Lookup<Ownership> owned(String glob, String... owners) {
        var rule = new Ownership.Rule(new Glob(glob), List.of(owners), false, Place.of("CODEOWNERS"));
        return Lookup.found(new Ownership(List.of(new Ownership.Part("", false, List.of(rule)))), Assurance.MEASURED);
    }

    private static Contributor person(String address, int daysAgo) {
        return new Contributor(new TreeSet<>(List.of(address)), 3, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Facts active(Contributor... people) {
        return repository(
                Lookup.absent(NOT_THERE),
                Lookup.absent(NOT_THERE),
                Lookup.found(new Activity(NOW.minus(Duration.ofDays(365)), List.of(people)), Assurance.MEASURED));
    }

    @Test
    void rolesAreNamed() {
        var parts = CRITERION
                .judge(demand(CRITERION, "", "roles: [accountable, enginering, risk]", TEAM, KIM), Fixture.nothing())
                .parts();
        assertThat(parts.stream().map(Fixture::text))
                .containsExactly(
                        "MET | Owner accountable: the manifest names @acme/support-ai",
                        "UNPROVEN missing | Owner enginering: the manifest names nobody; it has accountable, engineering"
                                + " | Write engineering if that is what is meant",
                        "UNPROVEN missing | Owner risk: the manifest names nobody; it has accountable, engineering | Add"
                                + " somebody with the role risk under owners");
        assertThat(parts).allMatch(part -> part.assurance() == Assurance.DECLARED);
        assertThat(parts.get(0).places()).containsExactly(HERE);
    }

    @Test
    void theContentBelongsToTheAccountableOwner() {
        var demand = demand(CRITERION, "", "codeOwners: true", TEAM, KIM);
        var activity = Lookup.<Activity>absent(NOT_THERE);
        assertThat(CRITERION.needs(demand).ownership()).isTrue();
        assertThat(texts(
                        CRITERION,
                        demand,
                        repository(
                                content("service/", "src/A.java", "src/B.java"),
                                owned("service/**", "@ACME/support-ai"),
                                activity)))
                .containsExactly("MET | Code owners: all 2 covered paths belong to @acme/support-ai");
        var some = CRITERION
                .judge(
                        demand,
                        repository(
                                content("", "a", "b", "c", "d", "e", "f", "src/A.java"),
                                owned("src/**", "@acme/support-ai"),
                                activity))
                .parts()
                .get(0);
        assertThat(Fixture.text(some))
                .isEqualTo(
                        "NOT_MET unowned | Code owners: 6 of 7 covered paths do not belong to @acme/support-ai: a, b, c, d,"
                                + " e and 1 more | Give them to @acme/support-ai in the code owners file");
        assertThat(some.places()).hasSize(5).first().isEqualTo(Place.of("a"));
        assertThat(some.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("paths 7 paths", "unowned 6 paths");
        assertThat(texts(CRITERION, demand, repository(content("", "a"), owned("**", "@acme/other"), activity)))
                .containsExactly(
                        "NOT_MET unowned | Code owners: 1 of 1 covered path does not belong to @acme/support-ai: a"
                                + " | Give it to @acme/support-ai in the code owners file");
        assertThat(texts(CRITERION, demand, repository(content(""), owned("**", "@acme/support-ai"), activity)))
                .containsExactly(
                        "UNPROVEN missing | Code owners: no path is covered | Name the files that define the service"
                                + " under service.content");
        assertThat(texts(CRITERION, demand, Fixture.nothing()))
                .containsExactly("UNPROVEN missing | Nothing is there | Put something there");
        assertThat(texts(CRITERION, demand(CRITERION, "", "codeOwners: true", KIM), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | Code owners: the manifest names no accountable owner to whom the content"
                                + " could belong | Add somebody with the role accountable under owners");
    }

    @Test
    void ownersAreActive() {
        var settings = "{ activeOwners: 2, activeWithin: 90 d }";
        var demand = demand(CRITERION, "", settings, KIM, LEE);
        assertThat(CRITERION.needs(demand).activity()).contains(Duration.ofDays(90));
        var part = CRITERION
                .judge(demand, active(person("kim@acme.example", 3), person("lee@acme.example", 90)))
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo("MET | Active owners: 2 owners changed the content in the last 90 d, demanded at least 2");
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("activeOwners 2 owners", "demanded 2 owners", "contributors 2 people", "within 90 d");
        assertThat(texts(
                        CRITERION,
                        demand,
                        active(
                                person("kim@acme.example", 91),
                                person("lee@acme.example", -1),
                                person("pat@acme.example", 1))))
                .containsExactly(
                        "NOT_MET unowned | Active owners: 0 owners changed the content in the last 90 d, demanded at"
                                + " least 2 | Name owners who work on the service, by the e-mail address they commit with");
        assertThat(texts(CRITERION, demand(CRITERION, "", settings, KIM, TEAM), active(person("kim@acme.example", 3))))
                .containsExactly(
                        "UNPROVEN unverifiable | Active owners: 1 owner changed the content in the last 90 d, demanded"
                                + " at least 2; commits do not tell whether they are of @acme/support-ai | Name at least 2 owners by"
                                + " the e-mail address they commit with");
    }

    @Test
    void onePersonCountsOnce() {
        var both = new Contributor(new TreeSet<>(List.of("kim@acme.example", "lee@acme.example")), 9, NOW);
        var demand = demand(CRITERION, "", "{ activeOwners: 2, activeWithin: 90 d }", KIM, LEE);
        assertThat(texts(CRITERION, demand, active(both))).first().asString().startsWith("NOT_MET unowned");
    }

    @Test
    void mistakesAreToldBeforeEvidenceIsOpened() {
        assertThat(problems(CRITERION, demand(CRITERION, "", "codeOwners: false")))
                .containsExactly(
                        "policy.yaml:1:1: Requirement owner-assignment demands nothing; Add roles, codeOwners or"
                                + " activeOwners");
        assertThat(problems(CRITERION, demand(CRITERION, "", "activeOwners: 2")))
                .containsExactly("policy.yaml:1:1: activeOwners is 2, and activeWithin does not say how lately; Add"
                        + " activeWithin, such as 90 d");
        assertThat(problems(CRITERION, demand(CRITERION, "", "roles: [accountable]")))
                .isEmpty();
        assertThat(texts(CRITERION, demand(CRITERION, "", "activeOwners: 2"), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The policy demands no role, no code owners and no active owners | Add"
                                + " roles, codeOwners or activeOwners with activeWithin to the requirement in the policy");
    }
}
