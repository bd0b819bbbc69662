package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.signOffs;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovernanceSignOffTest {

    private static final GovernanceSignOff CRITERION = new GovernanceSignOff();

    static SignOff signOff(Optional<LocalDate> expires) {
        return signOff(expires, SignOff.Signers.LISTED);
    }

    private static SignOff signOff(Optional<LocalDate> expires, SignOff.Signers signers) {
        return new SignOff(
                "risk",
                "risk@acme.example",
                LocalDate.parse("2026-11-20"),
                expires,
                signers,
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                Place.of("governance/risk.yaml"));
    }

    @Test
    void anApprovalSaysThatItIsDeclared() {
        var facts = signOffs(Map.of("risk", Lookup.found(signOff(Optional.empty()), Assurance.DECLARED)));
        var part = CRITERION
                .judge(demand(CRITERION, "", "roles: [risk]"), facts)
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo("MET | Sign-off risk: risk@acme.example approved this content (sha256:0123456789ab) on"
                        + " 2026-11-20; declared in a record, not signed");
        assertThat(part.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(part.places()).containsExactly(Place.of("governance/risk.yaml"));
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly(
                        "role risk",
                        "signer risk@acme.example",
                        "date 2026-11-20",
                        "covered sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    }

    @Test
    void aSignedApprovalSaysHowLongItHolds() {
        var expires = Optional.of(LocalDate.parse("2027-01-31"));
        var facts = signOffs(Map.of("risk", Lookup.found(signOff(expires), Assurance.ATTESTED)));
        assertThat(texts(CRITERION, demand(CRITERION, "", "roles: [risk]"), facts))
                .containsExactly("MET | Sign-off risk: risk@acme.example approved this content (sha256:0123456789ab) on"
                        + " 2026-11-20, valid through 2027-01-31; signed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LISTED              | ''
                    ANYBODY_BUT_AUTHORS | ; the policy lists no signers for the role, so anybody but the authors may sign
                    ANYBODY             | ; the policy lists no signers for the role, so anybody may sign
                    """)
    void anApprovalSaysWhoMayGiveIt(SignOff.Signers signers, String said) {
        var facts = signOffs(Map.of("risk", Lookup.found(signOff(Optional.empty(), signers), Assurance.DECLARED)));
        assertThat(texts(CRITERION, demand(CRITERION, "", "roles: [risk]"), facts))
                .containsExactly("MET | Sign-off risk: risk@acme.example approved this content (sha256:0123456789ab) on"
                        + " 2026-11-20; declared in a record, not signed" + said);
    }

    @Test
    void everyRoleHasToApprove() {
        var stale =
                Absence.of(Reason.STALE, "The content changed since the approval of 2026-11-01", "Approve it again");
        var facts = signOffs(Map.of("risk", Lookup.absent(stale)));
        assertThat(texts(CRITERION, demand(CRITERION, "", "roles: [risk, privacy]"), facts))
                .containsExactly(
                        "UNPROVEN stale | The content changed since the approval of 2026-11-01 | Approve it again",
                        "UNPROVEN missing | The manifest names no sign-off of the role privacy | Add a record of the role"
                                + " privacy under signOffs");
    }

    @Test
    void withoutRolesNothingIsDemanded() {
        assertThat(problems(CRITERION, demand(CRITERION, "", "confidence: 95 %")))
                .containsExactly(
                        "policy.yaml:1:1: Requirement governance-sign-off demands nothing; Add roles, such as [risk]");
        assertThat(problems(CRITERION, demand(CRITERION, "", "roles: [risk]"))).isEmpty();
        assertThat(texts(CRITERION, demand(CRITERION, "", ""), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | The policy names no role that has to approve | Add roles to the"
                        + " requirement in the policy, such as [risk]");
    }
}
