package io.github.genaigate.signoff;

import static io.github.genaigate.signoff.Approvals.ASKED;
import static io.github.genaigate.signoff.Approvals.RECORD;
import static io.github.genaigate.signoff.Approvals.RISK;
import static io.github.genaigate.signoff.Approvals.RULES;
import static io.github.genaigate.signoff.Approvals.STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Approvals in real repositories. */
class SignOffsTest {

    @TempDir
    Path folder;

    private Approvals approvals;
    private TestRepository git;

    @BeforeEach
    void repository() {
        in(folder.resolve("service"));
    }

    private void in(Path service) {
        approvals = Approvals.in(service);
        git = approvals.git();
    }

    private String digest() {
        return approvals.digest();
    }

    private String record(String... replacements) {
        return approvals.record(replacements);
    }

    private String sign(String... replacements) {
        return approvals.sign(replacements);
    }

    private Lookup<SignOff> check(RoleRules rules) {
        return check(git.folder(), ASKED, rules);
    }

    private Lookup<SignOff> check(Path base, Asked asked, RoleRules rules) {
        return Approvals.check(base, asked, signOffs -> signOffs.signOff(RECORD, "risk", rules));
    }

    private List<String> refusal() {
        return Known.absence(check(RULES));
    }

    @Test
    void aValidRecordIsDeclared() {
        sign("date: 2026-11-01", "date: 2026-11-01\nexpires: 2026-11-22\ncomment: looked at all of it");
        var signOff = check(RULES);
        assertThat(Known.value(signOff))
                .isEqualTo(new SignOff(
                        "risk",
                        "risk@acme.example",
                        LocalDate.parse("2026-11-01"),
                        Optional.of(LocalDate.parse("2026-11-22")),
                        SignOff.Signers.LISTED,
                        digest(),
                        new Place(RECORD, 1, 1)));
        assertThat(signOff.assurance()).isEqualTo(Assurance.DECLARED);
    }

    @Test
    void aRecordMustBeCommittedAsItIs() {
        git.write(RECORD, record());
        assertThat(refusal())
                .containsExactly("unverifiable", "governance/risk.yaml is not committed at HEAD", "Commit it");
        sign();
        git.write(RECORD, record("2026-11-01", "2026-11-02"));
        assertThat(refusal())
                .containsExactly(
                        "unverifiable",
                        "governance/risk.yaml is not the same on disk and at HEAD",
                        "Commit the change, or undo it with git restore");
        git.delete(RECORD).commit(RISK, "2026-11-02", "Delete");
        assertThat(refusal())
                .containsExactly(
                        "missing",
                        "There is no file governance/risk.yaml",
                        "Create and commit it, or correct the path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        role: risk | role: legal | foreign | The sign-off is for the role "legal", not for risk | Name the record of the role risk, or have one signed
        service: support-assistant | service: other | foreign | The sign-off is for the service "other", not for support-assistant | Name the record of the service support-assistant, or have one signed
        stage: production | stage: pilot | foreign | The role risk signed for the stage "pilot", and the stage asked for is production | Have the role risk sign for the stage production
        stage: production | stage: moon | foreign | The role risk signed for the stage "moon", and the stage asked for is production | Have the role risk sign for the stage production
        signer: risk@ | signer: eve@ | invalid | The signer "eve@acme.example" is not among those whom the policy lists for the role risk | Have it signed by one of those whom the policy lists
        2026-11-01 | 2026-11-23 | invalid | The sign-off of the role risk is dated 2026-11-23, and today is 2026-11-22 in UTC | Correct the date, or wait for the day
        date: 2026-11-01 | `date: 2026-11-01, expires: 2026-11-21` | stale | The sign-off of the role risk held through 2026-11-21, and today is 2026-11-22 in UTC | Have the role risk sign again
        date: 2026-11-01 | `date: 2026-11-01, expires: 2026-10-31` | invalid | The sign-off of the role risk expires on 2026-10-31, before its date, 2026-11-01 | Correct the dates
        date: 2026-11-01 | `date: 2026-11-01, requirement: data-lineage` | foreign | The sign-off approves a waiver of "data-lineage", and what is needed is approval of the content | Have a record signed without requirement
        """)
    void aRecordThatIsVoidByItself(String from, String to, String reason, String message, String mend) {
        sign(from, to.replace(", ", "\n"));
        assertThat(refusal()).containsExactly(reason, message, mend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        covered: sha256: | covered: md5: | 7 | a digest is sha256: and 64 hexadecimal digits in lower case | Write a digest, sha256: and 64 hexadecimal digits
        kind: SignOff | kind: Signoff | 2 | only SignOff is known | Did you mean SignOff?
        kind: SignOff | kind: Policy | 2 | This is a policy, and a sign-off is needed | Name a file of kind SignOff
        """)
    void aRecordThatCannotBeRead(String from, String to, int line, String complaint, String mend) {
        sign(from, to);
        var words = refusal();
        assertThat(words.get(0)).isEqualTo("unreadable");
        assertThat(words.get(1))
                .startsWith("The sign-off governance/risk.yaml:" + line + ":")
                .endsWith(complaint);
        assertThat(words.get(2)).isEqualTo(mend);
    }

    @Test
    void allThatIsMissingIsCounted() {
        git.write(RECORD, "kind: SignOff\n").commit(RISK, "2026-11-01", "Sign");
        assertThat(refusal())
                .containsExactly(
                        "unreadable",
                        "The sign-off governance/risk.yaml:1:1 cannot be used: The sign-off has no apiVersion (and 6 more)",
                        "Add apiVersion, genai-gate/v1");
    }

    @Test
    void approvalForALaterStageHoldsForAnEarlierOne() {
        sign();
        var pilot = new Asked("support-assistant", "pilot", STAGES, ASKED.at());
        assertThat(Known.value(check(git.folder(), pilot, RULES)).signer()).isEqualTo("risk@acme.example");
    }

    @Test
    void aChangeOfTheContentMakesItStale() {
        var signed = digest();
        sign();
        git.write("prompts/a.md", "A2\n")
                .write("prompts/b.md", "B\n")
                .commit(TestRepository.KIM, "2026-11-02", "Change");
        assertThat(refusal())
                .containsExactly(
                        "stale",
                        "The role risk signed " + signed.substring(0, 15) + "… on 2026-11-01, and the content is now "
                                + digest().substring(0, 15) + "…; changed since: prompts/a.md, prompts/b.md",
                        "Have the role risk look at what changed and sign a record with covered: " + digest());
        git.write("prompts/a.md", "A\n").delete("prompts/b.md").commit(TestRepository.KIM, "2026-11-03", "Back");
        assertThat(Known.value(check(RULES)).covered()).isEqualTo(signed);
    }

    @Test
    void aDigestOfNoKnownContentIsStaleToo() {
        var nothing = "sha256:" + "0".repeat(64);
        sign(digest(), nothing);
        assertThat(refusal().get(1))
                .isEqualTo("The role risk signed sha256:00000000… on 2026-11-01, and the content is now "
                        + digest().substring(0, 15) + "…");
    }

    @Test
    void theSignerMustNotBeAnAuthor() {
        var change = git.write("prompts/a.md", "R\n").commit(RISK, "2026-10-02", "Change");
        sign();
        assertThat(refusal())
                .containsExactly(
                        "not-independent",
                        "The signer \"risk@acme.example\" is among the authors of the covered content, by commit "
                                + change.substring(0, 7),
                        "Have it signed by somebody who wrote none of it");
        assertThat(Known.value(check(new RoleRules(Optional.empty(), false))).role())
                .isEqualTo("risk");
    }

    @Test
    void norACoAuthorNorAnAuthorUnderAnotherAddress() {
        git.write("prompts/a.md", "R\n")
                .commit(TestRepository.KIM, "2026-10-02", "Change\n\nCo-authored-by: R <RISK@acme.example>");
        sign();
        assertThat(refusal().get(0)).isEqualTo("not-independent");
        in(folder.resolve("other"));
        git.write("prompts/a.md", "R\n").commit("R <r@home.example>", "2026-10-01", "Begin");
        git.write(".mailmap", "<risk@acme.example> <r@home.example>\n");
        sign();
        assertThat(refusal().get(0)).isEqualTo("not-independent");
    }

    @Test
    void aSignerWithoutAnAddressCannotBeCompared() {
        sign("signer: risk@acme.example", "signer: \"@acme/risk\"");
        assertThat(Known.absence(check(RoleRules.unlisted())))
                .containsExactly(
                        "unverifiable",
                        "The signer \"@acme/risk\" is no e-mail address, so that nobody can tell whether it is an author",
                        "Name the signer by the e-mail address that is used in commits");
    }

    @Test
    void authorsCountFromTheLastValidForm() {
        git.write("prompts/a.md", "R\n").commit(RISK, "2026-10-02", "Written by risk");
        git.write(RECORD, record("risk@acme.example", "chief@acme.example", "2026-11-01", "2026-10-03"))
                .commit(RISK, "2026-10-03", "By the chief");
        git.write("prompts/a.md", "K\n").commit(TestRepository.KIM, "2026-10-04", "Change");
        sign();
        var both = new RoleRules(Optional.of(Set.of("risk@acme.example", "chief@acme.example")), true);
        assertThat(Known.value(check(both)).signer()).isEqualTo("risk@acme.example");
        assertThat(refusal().get(0)).as("the chief is not listed").isEqualTo("not-independent");
    }

    @Test
    void signingForOneselfInBetweenForgetsNothing() {
        git.write("prompts/a.md", "R\n").commit(RISK, "2026-10-02", "Written by risk");
        sign("2026-11-01", "2026-10-03");
        git.write("prompts/b.md", "K\n").commit(TestRepository.KIM, "2026-10-04", "A small change");
        sign();
        assertThat(refusal().get(0)).isEqualTo("not-independent");
    }

    /** Else an author could sign after an approval of less, as if all before it had been approved. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        another role | role: risk | role: legal
        another service | service: support-assistant | service: other
        an earlier stage | stage: production | stage: pilot
        no stage at all | stage: production | stage: moon
        a waiver | date: 2026-10-03 | `date: 2026-10-03, requirement: data-lineage`
        not in force yet | date: 2026-10-03 | date: 2026-10-04
        in force no more | date: 2026-10-03 | `date: 2026-10-01, expires: 2026-10-02`
        """)
    void anEarlierFormForSomethingElseForgetsNothing(String what, String from, String to) {
        assertThat(signedByTheChiefThenByAnAuthor("", "")).isEmpty();
        in(folder.resolve("void"));
        assertThat(signedByTheChiefThenByAnAuthor(from, to.replace(", ", "\n")))
                .as(what)
                .containsExactly(
                        "not-independent",
                        "The signer \"risk@acme.example\" is among the authors of the covered content, by commit "
                                + git.git("rev-parse", "--short=7", ":/Written by risk")
                                        .strip(),
                        "Have it signed by somebody who wrote none of it");
    }

    @Test
    void anEarlierFormForAnotherContentForgetsNothing() {
        assertThat(signedByTheChiefThenByAnAuthor("covered: sha256:", "covered: sha256:" + "0".repeat(64) + " # "))
                .element(0)
                .isEqualTo("not-independent");
    }

    @Test
    void anEarlierFormHoldsThroughItsLastDay() {
        assertThat(signedByTheChiefThenByAnAuthor("date: 2026-10-03", "date: 2026-10-01\nexpires: 2026-10-03"))
                .isEmpty();
    }

    /** What risk wrote, the chief approved on October 3, and of what came after risk wrote nothing. */
    private List<String> signedByTheChiefThenByAnAuthor(String from, String to) {
        git.write("prompts/a.md", "R\n").commit(RISK, "2026-10-02", "Written by risk");
        var form = record("risk@acme.example", "chief@acme.example", "2026-11-01", "2026-10-03");
        git.write(RECORD, from.isEmpty() ? form : form.replace(from, to)).commit(RISK, "2026-10-03", "By the chief");
        git.write("prompts/b.md", "K\n").commit(TestRepository.KIM, "2026-10-04", "Change");
        sign();
        return check(RoleRules.unlisted()).absence().map(Known::words).orElse(List.of());
    }

    @Test
    void uncommittedContentHasNoKnownAuthor() {
        git.write("prompts/a.md", "Local\n");
        var digest = digest();
        git.git("checkout", "-q", "prompts");
        sign("covered: " + digest(), "covered: " + digest);
        git.write("prompts/a.md", "Local\n");
        assertThat(refusal())
                .containsExactly(
                        "unverifiable",
                        "Nobody can tell who changed the covered content without committing it: prompts/a.md",
                        "Commit the changes, and have the record signed by somebody else than their author");
    }

    @Test
    void aShallowCloneCannotTellTheAuthors() {
        var head = sign();
        var clone = folder.resolve("shallow");
        git.git("clone", "-q", "--depth", "1", git.folder().toUri().toString(), clone.toString());
        assertThat(Known.absence(check(clone, ASKED, RULES)))
                .containsExactly(
                        "unverifiable",
                        "The clone is shallow: what was before commit " + head.substring(0, 7) + " is not there",
                        "Fetch the full history, for example with fetch-depth: 0 in the checkout step,"
                                + " or GIT_DEPTH: 0 on GitLab");
        assertThat(Known.value(check(clone, ASKED, new RoleRules(Optional.empty(), false)))
                        .role())
                .isEqualTo("risk");
    }

    @Test
    void outsideOfARepositoryNothingIsSigned() {
        assertThat(Known.absence(check(folder, ASKED, RULES)))
                .containsExactly(
                        "unverifiable",
                        "The manifest's folder lies in no git repository",
                        "Run the gate in a clone of the service's repository");
    }
}
