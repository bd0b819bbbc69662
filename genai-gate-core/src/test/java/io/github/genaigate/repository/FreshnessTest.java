package io.github.genaigate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How evidence is tied to the covered content. */
class FreshnessTest {

    private static final Coverage PROMPTS = Coverage.of("prompts/**");
    private static final String RESULTS = "perf/results.jtl";
    private static final String AGAIN = "Take the evidence again of the present content and commit it";

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void repository() {
        git = TestRepository.init(folder.resolve("service"));
        git.write("prompts/a.md", "A\n").write("prompts/b.md", "B\n").commit(TestRepository.KIM, "2026-10-01", "Begin");
    }

    private String evidence(String day) {
        git.write(RESULTS, "timeStamp,elapsed\n1,2\n");
        return git.commit(TestRepository.KIM, day, "Measure").substring(0, 7);
    }

    private Lookup<Freshness> lookup(Path base, String path) {
        try (var repository = GitRepository.open(base)) {
            return repository.freshness(Map.of(path, PROMPTS)).get(path);
        }
    }

    private Freshness freshness(String path) {
        return Known.value(lookup(git.folder(), path));
    }

    private static List<String> why(Freshness freshness) {
        assertThat(freshness.binding()).isEqualTo(Binding.UNBOUND);
        return Known.words(freshness.absence().orElseThrow());
    }

    private static Optional<Instant> noon(String day) {
        return Optional.of(Instant.parse(day + "T12:00:00Z"));
    }

    @Test
    void committedOnItsOwnAndNothingChangedSince() {
        evidence("2026-10-02");
        git.write("README.md", "Words\n").commit(TestRepository.KIM, "2026-10-03", "Other");
        assertThat(freshness(RESULTS))
                .isEqualTo(new Freshness(Binding.COMMITTED, noon("2026-10-02"), Optional.empty()));
    }

    @Test
    void changedSince() {
        var measured = evidence("2026-10-02");
        git.write("prompts/a.md", "A2\n").commit(TestRepository.KIM, "2026-10-03", "Change");
        var last = git.write("prompts/c.md", "C\n").commit(TestRepository.KIM, "2026-10-04", "Add");
        git.write("README.md", "Words\n").commit(TestRepository.KIM, "2026-10-05", "Other");
        var freshness = freshness(RESULTS);
        assertThat(freshness.committedAt()).isEqualTo(noon("2026-10-02"));
        assertThat(why(freshness))
                .containsExactly(
                        "stale",
                        "perf/results.jtl was committed on 2026-10-02 (" + measured
                                + "), and the covered content changed since: prompts/a.md, prompts/c.md, last on 2026-10-04 ("
                                + last.substring(0, 7) + ")",
                        AGAIN);
    }

    @Test
    void changedInTheWorkingTree() {
        var measured = evidence("2026-10-02");
        git.write("prompts/a.md", "A2\n").write("prompts/c.md", "C\n").write("prompts/d.md", "D\n");
        git.delete("prompts/b.md").write("prompts/e.md", "E\n");
        assertThat(why(freshness(RESULTS)))
                .containsExactly(
                        "stale",
                        "perf/results.jtl was committed on 2026-10-02 (" + measured
                                + "), and the covered content changed since: prompts/a.md, prompts/b.md, prompts/c.md"
                                + " and 2 more, not yet committed",
                        AGAIN);
    }

    @Test
    void changedAndChangedBack() {
        evidence("2026-10-02");
        git.write("prompts/a.md", "A2\n").commit(TestRepository.KIM, "2026-10-03", "Change");
        git.write("prompts/a.md", "A\n").commit(TestRepository.KIM, "2026-10-04", "Change back");
        assertThat(freshness(RESULTS).binding()).isEqualTo(Binding.COMMITTED);
    }

    @Test
    void aRenamedPromptIsAChange() {
        evidence("2026-10-02");
        git.git("mv", "prompts/a.md", "prompts/z.md");
        git.commit(TestRepository.KIM, "2026-10-03", "Rename");
        assertThat(why(freshness(RESULTS)).get(1)).contains("prompts/a.md, prompts/z.md, last on 2026-10-03");
    }

    @Test
    void notCommitted() {
        git.write("target/scan.sarif", "{}");
        var freshness = freshness("target/scan.sarif");
        assertThat(freshness.committedAt()).isEmpty();
        assertThat(why(freshness))
                .containsExactly(
                        "weak-binding",
                        "target/scan.sarif is not committed, so that nothing ties it to the covered content",
                        "Commit it after the content that it was taken of");
    }

    @Test
    void changedAfterItWasCommitted() {
        evidence("2026-10-02");
        git.write(RESULTS, "timeStamp,elapsed\n1,1\n");
        assertThat(why(freshness(RESULTS)).get(0)).isEqualTo("weak-binding");
    }

    @Test
    void committedTogetherWithAChange() {
        git.write("prompts/a.md", "A2\n");
        var commit = evidence("2026-10-02");
        var freshness = freshness(RESULTS);
        assertThat(freshness.committedAt()).isEqualTo(noon("2026-10-02"));
        assertThat(why(freshness))
                .containsExactly(
                        "weak-binding",
                        "perf/results.jtl was committed on 2026-10-02 (" + commit
                                + ") together with changes of the covered content (prompts/a.md), so that it may be"
                                + " about the content before",
                        "Commit the content first, take the evidence of it, and commit the evidence alone");
    }

    @Test
    void committedTogetherWithTheVeryFirstFiles() {
        var other = TestRepository.init(folder.resolve("other"));
        other.write("prompts/a.md", "A\n").write(RESULTS, "x\n").commit(TestRepository.KIM, "2026-10-01", "All");
        assertThat(why(Known.value(lookup(other.folder(), RESULTS))).get(0)).isEqualTo("weak-binding");
    }

    @Test
    void movingOrRestoringItMakesItNoYounger() {
        evidence("2026-10-02");
        git.write("prompts/a.md", "A2\n").commit(TestRepository.KIM, "2026-10-03", "Change");
        git.git("mv", RESULTS, "moved.jtl");
        git.commit(TestRepository.KIM, "2026-10-04", "Move");
        assertThat(freshness("moved.jtl").committedAt()).isEqualTo(noon("2026-10-02"));
        assertThat(why(freshness("moved.jtl")).get(0)).isEqualTo("stale");
        git.delete("moved.jtl").commit(TestRepository.KIM, "2026-10-05", "Delete");
        git.write("again.jtl", "timeStamp,elapsed\n1,2\n");
        assertThat(why(freshness("again.jtl")).get(0))
                .as("taken out of the history")
                .isEqualTo("stale");
        git.commit(TestRepository.KIM, "2026-10-06", "Again");
        assertThat(freshness("again.jtl").committedAt()).isEqualTo(noon("2026-10-02"));
    }

    @Test
    void theCommittersTimeCounts() {
        git.write(RESULTS, "x\n").commit(TestRepository.KIM, "2030-01-01", "2026-10-02", "From the future");
        assertThat(freshness(RESULTS).committedAt()).isEqualTo(noon("2026-10-02"));
    }

    @Test
    void broughtByAMergeItCountsFromTheMerge() {
        git.git("checkout", "-q", "-b", "measure");
        evidence("2026-10-02");
        git.git("checkout", "-q", "main");
        git.gitOn("2026-10-05", "merge", "-q", "--no-ff", "-m", "Merge", "measure");
        assertThat(freshness(RESULTS))
                .isEqualTo(new Freshness(Binding.COMMITTED, noon("2026-10-05"), Optional.empty()));
    }

    @Test
    void aShallowCloneCannotKnow() {
        evidence("2026-10-02");
        git.write("README.md", "Words\n");
        var head = git.commit(TestRepository.KIM, "2026-10-03", "Other").substring(0, 7);
        var uri = git.folder().toUri().toString();
        git.git("clone", "-q", "--depth", "1", uri, folder.resolve("shallow").toString());
        git.git("clone", "-q", uri, folder.resolve("full").toString());
        assertThat(Known.absence(lookup(folder.resolve("shallow"), RESULTS)))
                .containsExactly(
                        "unverifiable",
                        "The clone is shallow: what was before commit " + head + " is not there",
                        "Fetch the full history, for example with fetch-depth: 0 in the checkout step,"
                                + " or GIT_DEPTH: 0 on GitLab");
        assertThat(Known.value(lookup(folder.resolve("full"), RESULTS)).binding())
                .isEqualTo(Binding.COMMITTED);
        TestRepository.at(folder.resolve("shallow")).write("target/scan.sarif", "{}");
        assertThat(why(Known.value(lookup(folder.resolve("shallow"), "target/scan.sarif")))
                        .get(0))
                .as("written by this very build")
                .isEqualTo("weak-binding");
        try (var shallow = GitRepository.open(folder.resolve("shallow"));
                var full = GitRepository.open(folder.resolve("full"))) {
            assertThat(shallow.isShallow()).isTrue();
            assertThat(full.isShallow()).isFalse();
            assertThat(Known.value(shallow.content(PROMPTS))).isEqualTo(Known.value(full.content(PROMPTS)));
        }
    }

    @Test
    void aMissingFileAndALinkOutOfTheFolderAreMissing() throws IOException {
        Files.writeString(folder.resolve("outside.jtl"), "x");
        Files.createSymbolicLink(git.folder().resolve("link.jtl"), folder.resolve("outside.jtl"));
        for (var path : List.of("none.jtl", "link.jtl", "prompts")) {
            assertThat(Known.absence(lookup(git.folder(), path)))
                    .containsExactly("missing", "There is no plain file " + path, "Create it, or correct the path");
        }
    }

    @Test
    void aSubfolderIsItsOwnWorld() {
        git.write("bot/prompts/a.md", "A\n").commit(TestRepository.KIM, "2026-10-02", "Bot");
        git.write("bot/perf.jtl", "x\n").commit(TestRepository.KIM, "2026-10-03", "Measure");
        git.write("prompts/a.md", "not the bot's\n").commit(TestRepository.KIM, "2026-10-04", "Change");
        assertThat(Known.value(lookup(git.folder().resolve("bot"), "perf.jtl")))
                .isEqualTo(new Freshness(Binding.COMMITTED, noon("2026-10-03"), Optional.empty()));
    }

    @Test
    void manyFilesAreAnsweredAtOnce() {
        evidence("2026-10-02");
        git.write("target/x.sarif", "{}");
        try (var repository = GitRepository.open(git.folder())) {
            var answers = repository.freshness(Map.of(RESULTS, PROMPTS, "target/x.sarif", PROMPTS, "none", PROMPTS));
            assertThat(answers.keySet()).containsExactly("none", RESULTS, "target/x.sarif");
            assertThat(Known.value(answers.get(RESULTS)).binding()).isEqualTo(Binding.COMMITTED);
            assertThat(Known.value(answers.get("target/x.sarif")).binding()).isEqualTo(Binding.UNBOUND);
            assertThat(answers.get("none").absence()).isPresent();
        }
    }
}
