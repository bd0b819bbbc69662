package io.github.genaigate.signoff;

import static io.github.genaigate.signoff.Approvals.ASKED;
import static io.github.genaigate.signoff.Approvals.RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the end of a waiver was put off. */
class RenewalsTest {

    private static final String MANIFEST = "genai-gate.yaml";
    private static final String MOVED = "A at a.md:%d:1 (0123456789abcdef)";

    @TempDir
    Path folder;

    private Approvals approvals;

    @BeforeEach
    void repository() {
        approvals = Approvals.in(folder.resolve("service"));
    }

    private static WaiverRequest request(String... issues) {
        return new WaiverRequest(
                "data-lineage",
                true,
                "production",
                List.of(issues),
                "The vendor is late",
                "ACME-7",
                RECORD,
                LocalDate.parse("2026-12-01"),
                Place.of(MANIFEST));
    }

    private Lookup<Integer> counted(WaiverRequest request) {
        return counted(approvals.git().folder(), request);
    }

    /** The manifest of these tests is a list of paths. */
    private static Lookup<Integer> counted(Path base, WaiverRequest request) {
        return Approvals.check(
                base,
                ASKED,
                signOffs -> new Renewals(
                                signOffs.repository(),
                                MANIFEST,
                                (bytes, requirement) -> new String(bytes, StandardCharsets.UTF_8)
                                        .lines()
                                        .toList())
                        .of(request));
    }

    private void approve(String expires, String... replacements) {
        approvals.commit(
                approvals.waiver("data-lineage", replacements).replace("expires: 2026-12-01", "expires: " + expires));
    }

    private void manifest(String text) {
        approvals.git().write(MANIFEST, text).commit(TestRepository.KIM, "2026-11-01", "Write");
    }

    @Test
    void everyFurtherEndIsOne() {
        assertThat(Known.value(counted(request()))).as("never approved").isZero();
        approve("2026-10-01");
        assertThat(Known.value(counted(request()))).as("the first").isZero();
        approve("2026-10-01", "date: 2026-11-01", "date: 2026-11-02");
        assertThat(Known.value(counted(request())))
                .as("approved again to the same end")
                .isZero();
        approve("2026-11-01");
        approve("2026-12-01");
        assertThat(Known.value(counted(request()))).isEqualTo(2);
    }

    @Test
    void nothingBeginsItAnew() {
        approve("2026-09-01");
        manifest(RECORD + "\n");
        approvals.git().delete(RECORD).delete(MANIFEST).commit(TestRepository.KIM, "2026-11-02", "Remove the waiver");
        approvals
                .git()
                .write("elsewhere.yaml", approvals.waiver("data-lineage", "2026-12-01", "2026-10-01"))
                .commit(Approvals.RISK, "2026-11-03", "Approve elsewhere");
        manifest("elsewhere.yaml\n");
        manifest(RECORD + "\n");
        approve("2026-12-01", "ticket: ACME-7", "ticket: ACME-8", "reason: The vendor is late", "reason: Another");
        assertThat(Known.value(counted(request()))).isEqualTo(2);
    }

    @Test
    void onlyTheSameCounts() {
        approve("2026-09-01", "data-lineage", "evaluation");
        approve("2026-10-01", "ticket: ACME-7", "issues: [B at b.md]\nticket: ACME-7");
        approvals.git().write(RECORD, "{}\n").commit(Approvals.RISK, "2026-11-01", "Spoil");
        approve("2026-12-01", "ticket: ACME-7", "issues: ['" + MOVED.formatted(7) + "']\nticket: ACME-7");

        assertThat(Known.value(counted(request(MOVED.formatted(7))))).isZero();
        assertThat(Known.value(counted(request(MOVED.formatted(9)))))
                .as("moved")
                .isZero();
        assertThat(Known.value(counted(request()))).as("all issues").isEqualTo(1);
        approve("2026-11-01", "ticket: ACME-7", "issues: ['" + MOVED.formatted(8) + "']\nticket: ACME-7");
        assertThat(Known.value(counted(request(MOVED.formatted(9)))))
                .as("moved")
                .isEqualTo(1);
        approve("2026-11-02");
        assertThat(Known.value(counted(request(MOVED.formatted(9)))))
                .as("the whole requirement was waived in between")
                .isEqualTo(2);
    }

    @Test
    void aShallowCloneCannotTell() {
        approve("2026-12-01");
        var clone = folder.resolve("clone");
        approvals
                .git()
                .git("clone", "-q", "--depth", "1", "file://" + approvals.git().folder(), clone.toString());
        var why = Known.absence(counted(clone, request()));
        assertThat(why.get(0)).isEqualTo("unverifiable");
        assertThat(why.get(1)).startsWith("The clone is shallow: what was before commit ");
        assertThat(why.get(2)).contains("fetch-depth: 0");
    }

    @Test
    void moreRecordsThanAnybodyReadsCannotBeTold() {
        var paths = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            paths.append("record").append(i).append(".yaml\n");
        }
        manifest(paths.toString());
        assertThat(Known.absence(counted(request())))
                .containsExactly(
                        "unverifiable",
                        "the history names more than 100 records for it",
                        "Keep the records of one requirement in fewer files");
    }
}
