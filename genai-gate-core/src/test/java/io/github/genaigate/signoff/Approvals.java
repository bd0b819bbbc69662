package io.github.genaigate.signoff;

import io.github.genaigate.repository.Coverage;
import io.github.genaigate.repository.GitRepository;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A repository whose prompts the risk officer approves.
 *
 * @param git the repository
 */
record Approvals(TestRepository git) {

    static final String RISK = "Risk <risk@acme.example>";
    static final String RECORD = "governance/risk.yaml";
    static final List<String> STAGES = List.of("poc", "pilot", "production");
    static final Asked ASKED =
            new Asked("support-assistant", "production", STAGES, Instant.parse("2026-11-22T10:00:00Z"));
    static final RoleRules RULES = new RoleRules(Optional.of(Set.of("Risk@acme.example")), true);

    private static final Coverage COVERAGE = Coverage.of("prompts/**");

    /** The repository with a prompt that somebody else wrote. */
    static Approvals in(Path folder) {
        var git = TestRepository.init(folder);
        git.write("prompts/a.md", "A\n").commit(TestRepository.KIM, "2026-10-01", "Begin");
        return new Approvals(git);
    }

    /** The digest of the prompts as they are. */
    String digest() {
        try (var repository = GitRepository.open(git.folder())) {
            return Known.value(repository.content(COVERAGE)).digest();
        }
    }

    /** A record for the prompts as they are, with texts replaced in pairs. */
    String record(String... replacements) {
        var text = """
                apiVersion: genai-gate/v1
                kind: SignOff
                role: risk
                signer: risk@acme.example
                service: support-assistant
                stage: production
                covered: %s
                date: 2026-11-01
                """.formatted(digest());
        for (int i = 0; i < replacements.length; i += 2) {
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    /** Commits such a record. */
    String sign(String... replacements) {
        return commit(record(replacements));
    }

    /** A record that approves a waiver, with texts replaced in pairs. */
    String waiver(String requirement, String... replacements) {
        var text = record() + """
                expires: 2026-12-01
                requirement: %s
                reason: The vendor is late
                ticket: ACME-7
                """.formatted(requirement);
        for (int i = 0; i < replacements.length; i += 2) {
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    String commit(String record) {
        return git.write(RECORD, record).commit(RISK, "2026-11-01", "Sign");
    }

    /** What is found when something is asked for. */
    <T> T check(Asked asked, Function<SignOffs, T> question) {
        return check(git.folder(), asked, question);
    }

    static <T> T check(Path base, Asked asked, Function<SignOffs, T> question) {
        try (var repository = GitRepository.open(base)) {
            return question.apply(new SignOffs(repository, COVERAGE, asked));
        }
    }
}
