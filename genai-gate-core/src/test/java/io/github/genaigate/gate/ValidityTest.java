package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision ends with what it rests on, and with nothing else. */
class ValidityTest {

    @TempDir
    Path folder;

    @Test
    void onlyApprovalsThatAreDemandedEndIt() {
        var service = ServiceFolder.ready(folder);
        service.edit(ServiceFolder.POLICY, "roles:\n", "roles:\n  legal: { mustNotBeAuthor: true }\n")
                .edit(
                        ServiceFolder.MANIFEST,
                        "signOffs:\n",
                        "signOffs:\n  - { role: legal, record: governance/legal.yaml }\n")
                .write(
                        "governance/legal.yaml",
                        service.record().replace("role: risk", "role: legal") + "expires: 2026-11-24\n")
                .edit(ServiceFolder.RECORD, text -> text + "expires: 2026-11-30\n")
                .git()
                .commit(ServiceFolder.RISK, "2026-11-18", "Sign for a while");

        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);
        assertThat(service.decide().validUntil())
                .contains(new Validity(LocalDate.parse("2026-11-30"), "the sign-off of the role risk expires"));

        service.edit(
                ServiceFolder.POLICY,
                "requirements:\n",
                "requirements:\n  governance-sign-off: { roles: [risk, legal] }\n");

        assertThat(service.decide().validUntil())
                .contains(new Validity(LocalDate.parse("2026-11-24"), "the sign-off of the role legal expires"));
    }

    /** On the day before it, less the notice that the policy demands. */
    @Test
    void theRetirementOfAModelEndsIt() {
        var service = ServiceFolder.ready(folder)
                .edit(
                        ServiceFolder.POLICY,
                        "requirements:\n",
                        "requirements:\n  model-inventory: { retiresWithin: 217 d }\n");

        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);
        assertThat(service.decide().validUntil())
                .contains(new Validity(
                        LocalDate.parse("2026-11-24"),
                        "the model answerer is retired on 2027-06-30, and a notice of 217 d is demanded"));

        service.edit(ServiceFolder.POLICY, "retiresWithin: 217 d", "retiresWithin: 220 d");
        assertThat(service.decide().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(service.decide().validUntil()).isEmpty();
    }
}
