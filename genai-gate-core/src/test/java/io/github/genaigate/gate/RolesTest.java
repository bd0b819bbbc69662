package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that has to approve is one that a layer defines; who may sign in it is told. */
class RolesTest {

    private static final String DEFINED = "  risk: { signers: [risk@acme.example], mustNotBeAuthor: true }";

    @TempDir
    Path folder;

    @Test
    void aRoleThatNoLayerDefinesIsRefusedWhereItIsDemanded() {
        var service = ServiceFolder.ready(folder);
        service.edit(ServiceFolder.POLICY, "requirements:\n", """
                requirements:
                  governance-sign-off: { roles: [risk, rsik] }
                """)
                .edit(ServiceFolder.POLICY, "tools: [SpotBugs] }] }", "tools: [SpotBugs] }], signOffs: [security] }");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(problems(decision))
                .containsExactly(
                        "acme-policy.yaml:7:26: governance-sign-off.roles names the role \"rsik\", which roles does not"
                                + " define; Did you mean risk?",
                        "acme-policy.yaml:10:66: security-review.signOffs names the role \"security\", which roles does"
                                + " not define; Define it under roles, with its signers");
    }

    @Test
    void aRoleWithoutSignersIsOpenAndSaysSo() {
        var service = ServiceFolder.ready(folder);
        var met = "MET Sign-off risk: risk@acme.example approved this content ("
                + service.decide().subject().content().orElseThrow().substring(0, 19) + ") on 2026-11-16; ";
        assertThat(approval(service.decide())).isEqualTo(met + "declared in a record, not signed");

        service.edit(ServiceFolder.POLICY, DEFINED, "  risk: { mustNotBeAuthor: true }");
        assertThat(approval(service.decide()))
                .isEqualTo(
                        met + "declared in a record, not signed; the policy lists no signers for the role, so anybody"
                                + " but the authors may sign");
    }

    private static String approval(Decision decision) {
        var part = finding(decision, "governance-sign-off").judgement().parts().get(0);
        return part.outcome() + " " + part.message();
    }
}
