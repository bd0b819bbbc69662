package io.github.genaigate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Activity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed covered content. */
class ContributorsTest {

    private static final Coverage PROMPTS = Coverage.of("prompts/**");

    @TempDir
    Path folder;

    private TestRepository git;
    private String first;

    @BeforeEach
    void repository() {
        git = TestRepository.init(folder.resolve("service"));
        first = git.write("prompts/a.md", "1\n2\n3\n4\n5\n").commit(TestRepository.KIM, "2026-10-01", "Begin");
    }

    private Map<String, String> authors(String... since) {
        try (var repository = GitRepository.open(git.folder())) {
            return Known.value(repository.authors(
                            git.head(), List.of(since).stream().findFirst(), PROMPTS))
                    .commits();
        }
    }

    private static String brief(String id) {
        return id.substring(0, 7);
    }

    @Test
    void onlyThoseWhoChangedCoveredContent() {
        git.write("README.md", "x\n").commit(TestRepository.LEE, "2026-10-02", "Other");
        assertThat(authors()).isEqualTo(Map.of("kim@acme.example", brief(first)));
    }

    @Test
    void sinceACommitAndNotTheCommitter() {
        var second = git.write("prompts/a.md", "x\n").commit(TestRepository.LEE, "2026-10-02", "Change");
        assertThat(authors(first)).isEqualTo(Map.of("lee@acme.example", brief(second)));
        assertThat(authors(second)).isEmpty();
    }

    @Test
    void coAuthorsInAnySpelling() {
        var second = git.write("prompts/a.md", "x\n")
                .commit(
                        TestRepository.LEE,
                        "2026-10-02",
                        "Change\n\nco-Authored-By: Ash <ASH@acme.example>\nCo-authored-by: Bo <bo@acme.example>");
        assertThat(authors(first).keySet()).containsExactly("ash@acme.example", "bo@acme.example", "lee@acme.example");
        assertThat(authors(first).values()).containsOnly(brief(second));
    }

    @Test
    void asCommittedAndAsMailmapSays() {
        git.write("prompts/a.md", "x\n").commit("Lee <lee@home.example>", "2026-10-02", "Change");
        git.write(".mailmap", "# people\nLee <lee@acme.example> <Lee@Home.example>\nOnly A Name <kim@acme.example>\n")
                .commit(TestRepository.KIM, "2026-10-03", "Map");
        assertThat(authors(first).keySet()).containsExactly("lee@acme.example", "lee@home.example");
        try (var repository = GitRepository.open(git.folder())) {
            var all = Known.value(repository.authors(git.head(), Optional.of(first), PROMPTS));
            assertThat(all.commitOf("LEE@acme.example")).isPresent();
            assertThat(all.commitOf("lee@home.example")).isPresent();
            assertThat(all.commitOf("kim@acme.example")).isEmpty();
        }
    }

    @Test
    void anotherAddressOfTheSamePersonIsFoundWhicheverIsGiven() {
        git.write(".mailmap", "<lee@acme.example> <lee@old.example>\n").commit(TestRepository.KIM, "2026-10-02", "Map");
        git.write("prompts/a.md", "x\n").commit(TestRepository.LEE, "2026-10-03", "Change");
        try (var repository = GitRepository.open(git.folder())) {
            var all = Known.value(repository.authors(git.head(), Optional.of(first), PROMPTS));
            assertThat(all.commitOf("lee@old.example")).isEqualTo(all.commitOf("lee@acme.example"));
            assertThat(all.commitOf("lee@old.example")).isPresent();
        }
    }

    @Test
    void aNameInTheMailmapGoesFirst() {
        var mailmap = Mailmap.read(("<team@acme.example> <build@acme.example>\n"
                        + "Kim <kim@acme.example> Kim B <build@acme.example>\n<broken\n>x<\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(mailmap.proper("Kim B", "Build@acme.example")).isEqualTo("kim@acme.example");
        assertThat(mailmap.proper("Robot", "build@acme.example")).isEqualTo("team@acme.example");
        assertThat(mailmap.proper("Robot", "robot@acme.example")).isEqualTo("robot@acme.example");
    }

    @Test
    void aMergeBringsTheAuthorsOfTheBranchAndNotTheMerger() {
        git.git("checkout", "-q", "-b", "branch");
        git.write("prompts/b.md", "B\n").commit(TestRepository.LEE, "2026-10-02", "Branch");
        git.git("checkout", "-q", "main");
        git.write("prompts/c.md", "C\n").commit(TestRepository.KIM, "2026-10-03", "Main");
        git.gitOn("2026-10-04", "merge", "-q", "--no-ff", "-m", "Merge", "branch");
        assertThat(authors(first).keySet()).containsExactly("kim@acme.example", "lee@acme.example");
    }

    @Test
    void aMergeThatChangesMoreCounts() {
        git.git("checkout", "-q", "-b", "branch");
        git.write("prompts/b.md", "B\n").commit(TestRepository.LEE, "2026-10-02", "Branch");
        git.git("checkout", "-q", "main");
        git.write("README.md", "x\n").commit(TestRepository.KIM, "2026-10-03", "Main");
        git.gitOn("2026-10-04", "merge", "-q", "--no-ff", "--no-commit", "branch");
        git.write("prompts/evil.md", "E\n").git("add", "-A");
        git.gitOn("2026-10-04", "commit", "-q", "-m", "Merge");
        assertThat(authors(first).keySet()).containsExactly("lee@acme.example", "merger@acme.example");
    }

    @Test
    void whoChangesTheManifestOnlyInItsSignOffsIsNoAuthor() {
        var coverage = PROMPTS.with(new Coverage.CanonicalManifest(
                "genai-gate.yaml",
                bytes -> Optional.of(new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse(""))));
        var base = git.write("genai-gate.yaml", "name: a\n").commit(TestRepository.KIM, "2026-10-02", "Manifest");
        git.write("genai-gate.yaml", "name: a\nsignOffs\n").commit("Risk <risk@acme.example>", "2026-10-03", "Sign");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.authors(git.head(), Optional.of(base), coverage))
                            .commits())
                    .isEmpty();
        }
        git.write("genai-gate.yaml", "name: b\nsignOffs\n").commit(TestRepository.LEE, "2026-10-04", "Claim");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.authors(git.head(), Optional.of(base), coverage))
                            .commits())
                    .containsOnlyKeys("lee@acme.example");
        }
    }

    @Test
    void aShallowCloneKnowsThemOnlyWhenTheRangeIsThere() {
        var second = git.write("prompts/a.md", "x\n").commit(TestRepository.LEE, "2026-10-02", "Change");
        git.write("prompts/a.md", "y\n").commit(TestRepository.LEE, "2026-10-03", "Change");
        var clone = folder.resolve("shallow");
        git.git("clone", "-q", "--depth", "2", git.folder().toUri().toString(), clone.toString());
        try (var repository = GitRepository.open(clone)) {
            assertThat(Known.value(repository.authors(git.head(), Optional.of(second), PROMPTS))
                            .commits())
                    .containsOnlyKeys("lee@acme.example");
            assertThat(Known.absence(repository.authors(git.head(), Optional.empty(), PROMPTS)))
                    .contains("The clone is shallow: what was before commit " + brief(second) + " is not there");
            var activity = repository.activity(
                    PROMPTS, Instant.parse("2026-10-02T00:00:00Z"), Instant.parse("2026-10-10T00:00:00Z"));
            assertThat(Known.absence(activity).get(0)).isEqualTo("unverifiable");
            assertThat(Known.value(repository.activity(
                                    PROMPTS,
                                    Instant.parse("2026-10-03T00:00:00Z"),
                                    Instant.parse("2026-10-10T00:00:00Z")))
                            .contributors())
                    .hasSize(1);
        }
    }

    @RepeatedTest(50)
    void aMailmapOnlyMergesWhoeverItNames(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var addresses = List.of("a@x", "b@x", "c@x", "d@x", "e@x", "f@x");
        var edges = new ArrayList<List<String>>();
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            var edge = List.of(
                    addresses.get(random.nextInt(addresses.size())), addresses.get(random.nextInt(addresses.size())));
            edges.add(edge);
            text.append("<%s> %s <%s>\n".formatted(edge.get(0), random.nextBoolean() ? "Kim" : "", edge.get(1)));
        }
        var mailmap = Mailmap.read(text.toString().getBytes(StandardCharsets.UTF_8));

        edges.forEach(edge -> assertThat(mailmap.person(edge.get(0))).isEqualTo(mailmap.person(edge.get(1))));
        // one person less for each edge at the most, and so nobody is merged whom no edge ties
        assertThat(addresses.stream().map(mailmap::person).distinct().count())
                .isBetween((long) addresses.size() - edges.size(), (long) addresses.size());
    }

    @Test
    void onlyTheAuthorAsCommittedIsActive() {
        git.write(".mailmap", "<lee@acme.example> Robot <kim@acme.example>\n")
                .commit(TestRepository.KIM, "2026-10-02", "Map");
        git.write("prompts/a.md", "1\n")
                .commit("Robot <kim@acme.example>", "2026-10-03", "One\n\nCo-authored-by: Bo <bo@acme.example>");
        git.write("prompts/a.md", "2\n").commit(TestRepository.KIM, "2026-10-04", "Two");
        var since = Instant.parse("2026-10-02T00:00:00Z");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.activity(PROMPTS, since, Instant.parse("2026-10-10T00:00:00Z"))))
                    .isEqualTo(new Activity(
                            since,
                            List.of(new Activity.Contributor(
                                    new TreeSet<>(List.of("kim@acme.example")),
                                    2,
                                    Instant.parse("2026-10-04T12:00:00Z")))));
        }
    }

    @Test
    void activityCountsPeopleByTheCommittersTime() {
        git.write(".mailmap", "<lee@acme.example> <lee@home.example>\n")
                .commit(TestRepository.KIM, "2026-10-02", "Map");
        git.write("prompts/a.md", "1\n").commit(TestRepository.LEE, "2026-10-03", "One");
        git.write("prompts/a.md", "2\n")
                .commit("Lee <lee@home.example>", "2026-10-04", "Two\n\nCo-authored-by: Lee <lee@acme.example>");
        git.write("prompts/a.md", "3\n").commit(TestRepository.KIM, "2025-01-01", "2026-10-05", "Rebased");
        git.write("prompts/a.md", "4\n").commit("Eve <eve@acme.example>", "2027-10-05", "From the future");
        git.write("README.md", "x\n").commit("Doc <doc@acme.example>", "2026-10-06", "Other");
        var since = Instant.parse("2026-10-02T00:00:00Z");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.activity(PROMPTS, since, Instant.parse("2026-10-10T00:00:00Z"))))
                    .isEqualTo(new Activity(
                            since,
                            List.of(
                                    new Activity.Contributor(
                                            new TreeSet<>(List.of("kim@acme.example")),
                                            1,
                                            Instant.parse("2026-10-05T12:00:00Z")),
                                    new Activity.Contributor(
                                            new TreeSet<>(List.of("lee@acme.example", "lee@home.example")),
                                            2,
                                            Instant.parse("2026-10-04T12:00:00Z")))));
        }
    }
}
