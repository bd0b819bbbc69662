package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Issues.Issue;
import io.github.genaigate.model.Issues.Run;
import io.github.genaigate.model.Issues.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Issues that are named one by one. */
class CountedTest {

    private static final Part PART = Part.notMet("high issues", Reason.OVER_LIMIT, "Three are open", "Fix them");

    @Test
    void aPartFailsOnlyForIssuesWhenEnoughOfThemAreNamed() {
        var part = PART.counting(List.of("a", "b", "b", "c"), 1);
        assertThat(part.failsOnlyFor(Set.of("a", "b"))).isTrue();
        assertThat(part.failsOnlyFor(Set.of("a", "c"))).as("b twice").isFalse();
        assertThat(part.failsOnlyFor(Set.of())).isFalse();
        assertThat(part.at(Place.of("a.sarif"))
                        .observing(Observation.of("open", 4, "issues"))
                        .assured(Assurance.DECLARED)
                        .sure(Share.parse("95 %").value().orElseThrow())
                        .failsOnlyFor(Set.of("a", "b")))
                .isTrue();
    }

    @Test
    void aPartThatFailsForSomethingElseIsNotExcused() {
        assertThat(PART.failsOnlyFor(Set.of("a"))).isFalse();
        assertThat(Part.met("high issues", "None is open")
                        .counting(List.of(), 0)
                        .failsOnlyFor(Set.of()))
                .as("it does not fail")
                .isFalse();
        var doubt = Absence.of(Reason.INCOMPLETE, "The scan did not finish", "Run it again");
        assertThat(PART.counting(List.of("a"), 0).unlessRefuted(doubt).failsOnlyFor(Set.of("a")))
                .as("the scan may have missed others")
                .isFalse();
    }

    @Test
    void anIssueIsKnownByAllThatIsKnownOfIt() {
        var place = new Place("src/A.java", 7, 3);
        var issue = issue("SECRET", Severity.HIGH, "A key", place);
        var run = run("SpotBugs");
        assertThat(run.identity(issue)).isEqualTo("SECRET at src/A.java:7:3 (bf47473797eade82)");
        assertThat(List.of(
                        run("Semgrep").identity(issue),
                        run.identity(issue("SECRETS", Severity.HIGH, "A key", place)),
                        run.identity(issue("SECRET", Severity.CRITICAL, "A key", place)),
                        run.identity(issue("SECRET", Severity.HIGH, "Another key", place)),
                        run.identity(issue("SECRET", Severity.HIGH, "A key", new Place("src/A.java", 8, 3)))))
                .doesNotHaveDuplicates()
                .doesNotContain(run.identity(issue));
    }

    private static Run run(String tool) {
        return new Run(tool, Optional.empty(), Optional.empty(), List.of());
    }

    private static Issue issue(String rule, Severity severity, String title, Place place) {
        return new Issue(rule, severity, title, place, State.OPEN, Optional.empty());
    }
}
