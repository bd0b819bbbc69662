package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Issues.Issue;
import io.github.genaigate.model.Issues.Run;
import io.github.genaigate.model.Issues.State;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityReviewTest {

    private static final SecurityReview CRITERION = new SecurityReview();
    private static final String SCAN = "evidence: [scan]";
    private static final Absence FAILED =
            Absence.of(Reason.INCOMPLETE, "SpotBugs did not finish", "Mend the scan and run it again");

    private static Issue issue(Severity severity, State state, int line) {
        return new Issue(
                "sql-injection", severity, "SQL injection", new Place("src/A.java", line, 0), state, Optional.empty());
    }

    private static List<Issue> issues(Severity severity, State state, int count) {
        var all = new ArrayList<Issue>();
        for (int line = count; line > 0; line--) {
            all.add(issue(severity, state, line));
        }
        return all;
    }

    private static Run run(String tool, List<Issue> issues) {
        return new Run(tool, Optional.of("1.2"), Optional.empty(), issues);
    }

    private static Run doubtful(String tool, List<Issue> issues) {
        return new Run(tool, Optional.empty(), Optional.of(FAILED), issues);
    }

    private static Facts scan(Run... runs) {
        return evidence("scan", new Issues(List.of(runs)));
    }

    @Test
    void issuesAreHeldAgainstTheLimitOfTheirSeverity() {
        var demand = demand(CRITERION, SCAN, "limits: { high: 1, medium: 10 }");
        var found = new ArrayList<>(issues(Severity.HIGH, State.OPEN, 7));
        found.addAll(issues(Severity.MEDIUM, State.OPEN, 10));
        found.addAll(issues(Severity.MEDIUM, State.SUPPRESSED, 2));
        found.addAll(issues(Severity.MEDIUM, State.CLOSED, 9));
        var parts = CRITERION.judge(demand, scan(run("SpotBugs", found))).parts();
        assertThat(parts.stream().map(Fixture::text))
                .containsExactly(
                        "MET | Severity critical: 0 open issues, allowed is 1",
                        "NOT_MET over-limit | Severity high: 7 open issues, allowed is 1 | Fix them, or have the tool suppress"
                                + " them with a justification: sql-injection at src/A.java:1, sql-injection at src/A.java:2,"
                                + " sql-injection at src/A.java:3, sql-injection at src/A.java:4, sql-injection at"
                                + " src/A.java:5 and 2 more",
                        "MET | Severity medium: 10 open issues, allowed are 10; 2 more suppressed");
        assertThat(parts.get(1).counted().orElseThrow().issues())
                .hasSize(7)
                .first()
                .isEqualTo(run("SpotBugs", List.of()).identity(issue(Severity.HIGH, State.OPEN, 1)));
        assertThat(parts.get(1).places())
                .containsExactly(
                        new Place("src/A.java", 1, 0),
                        new Place("src/A.java", 2, 0),
                        new Place("src/A.java", 3, 0),
                        new Place("src/A.java", 4, 0),
                        new Place("src/A.java", 5, 0));
        assertThat(parts.get(1).observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("open 7 issues", "allowed 1 issues", "suppressed 0 issues");
    }

    @Test
    void aWorseSeverityIsNeverAllowedMoreThanALesserOne() {
        var critical = scan(run("SpotBugs", issues(Severity.CRITICAL, State.OPEN, 1)));
        assertThat(texts(CRITERION, demand(CRITERION, SCAN, "limits: { high: 0 }"), critical))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit | Severity critical: 1 open issue, allowed are 0");
        assertThat(texts(CRITERION, demand(CRITERION, SCAN, "limits: { critical: 5, high: 0 }"), critical))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit");
    }

    @Test
    void aDoubtfulRunProvesNothingAndMayRefute() {
        var demand = demand(CRITERION, SCAN, "limits: { critical: 0 }");
        assertThat(texts(CRITERION, demand, scan(run("CodeQL", List.of()), doubtful("SpotBugs", List.of()))))
                .containsExactly(
                        "UNPROVEN incomplete | SpotBugs did not finish (Severity critical: 0 open issues, allowed are 0)"
                                + " | Mend the scan and run it again");
        assertThat(texts(CRITERION, demand, scan(doubtful("SpotBugs", issues(Severity.CRITICAL, State.OPEN, 1)))))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit");
        assertThat(texts(CRITERION, demand, scan()))
                .containsExactly("UNPROVEN missing | No scanner ran (Severity critical: 0 open issues, allowed are 0)"
                        + " | Run the scanners, and name their reports under security.evidence");
    }

    @Test
    void everyKindOfScanNeedsASoundRunOfOneOfItsTools() {
        var demand = demand(
                CRITERION,
                SCAN,
                "scans: [{ kind: static-analysis, tools: [SpotBugs, CodeQL] }, { kind: secrets, tools: [gitleaks] }]");
        assertThat(texts(CRITERION, demand, scan(run("spotbugs", List.of()), doubtful("SpotBugs", List.of()))))
                .containsExactly(
                        "MET | Scan static-analysis: spotbugs 1.2 ran",
                        "UNPROVEN missing | Scan secrets: no run of gitleaks is among the evidence, only of SpotBugs, spotbugs"
                                + " 1.2 | Run gitleaks, and name the report under security.evidence");
        assertThat(texts(CRITERION, demand, scan(doubtful("SpotBugs", List.of())))
                        .get(0))
                .isEqualTo(
                        "UNPROVEN incomplete | Scan static-analysis: SpotBugs did not finish | Mend the scan and run it"
                                + " again");
        assertThat(texts(CRITERION, demand, scan()).get(0))
                .isEqualTo(
                        "UNPROVEN missing | Scan static-analysis: no run of SpotBugs or CodeQL is among the evidence | Run"
                                + " SpotBugs or CodeQL, and name the report under security.evidence");
    }

    @Test
    void suppressedIssuesMayBeLimited() {
        var demand = demand(CRITERION, SCAN, "maximumSuppressed: 1");
        assertThat(texts(CRITERION, demand, scan(run("SpotBugs", issues(Severity.LOW, State.SUPPRESSED, 2)))))
                .containsExactly(
                        "NOT_MET over-limit | Suppressed: 2 issues, allowed is 1; 2 without a justification | Fix"
                                + " them instead of suppressing them: sql-injection at src/A.java:1, sql-injection at src/A.java:2");
        assertThat(texts(CRITERION, demand, scan(run("SpotBugs", issues(Severity.LOW, State.OPEN, 2)))))
                .containsExactly("MET | Suppressed: 0 issues, allowed is 1");
    }

    @Test
    void aReportThatIsNotThereLeavesTheRestToRefute() {
        var demand = demand(CRITERION, "evidence: [scan, other]", "limits: { critical: 0 }");
        Lookup<Measurement> bad = Lookup.found(
                new Issues(List.of(run("SpotBugs", issues(Severity.CRITICAL, State.OPEN, 1)))), Assurance.MEASURED);
        Lookup<Measurement> good = Lookup.found(new Issues(List.of(run("SpotBugs", List.of()))), Assurance.MEASURED);
        assertThat(texts(CRITERION, demand, evidence(Map.of("scan", bad, "other", Lookup.absent(NOT_THERE)))))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit");
        assertThat(texts(CRITERION, demand, evidence(Map.of("scan", good, "other", Lookup.absent(NOT_THERE)))))
                .containsExactly("UNPROVEN missing | Nothing is there (Severity critical: 0 open issues, allowed are 0)"
                        + " | Put something there");
        assertThat(texts(CRITERION, demand, evidence(Map.of("scan", good, "other", good.doubtedFor(DOUBT)))))
                .containsExactly(
                        "UNPROVEN stale | It is old (Severity critical: 0 open issues, allowed are 0) | Make it"
                                + " anew");
    }

    @Test
    void aReviewMayBeDemanded() {
        var demand = demand(CRITERION, "", "signOffs: [security]");
        assertThat(CRITERION.needs(demand).evidence()).isEmpty();
        assertThat(texts(CRITERION, demand, Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest names no sign-off of the role security | Add a record of the"
                                + " role security under signOffs");
    }

    @Test
    void withoutEvidenceOrDemandNothingIsProven() {
        assertThat(texts(CRITERION, demand(CRITERION, "", "limits: { critical: 0 }"), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest names no security evidence | Name the scanners' reports"
                                + " under security.evidence");
        assertThat(texts(CRITERION, demand(CRITERION, SCAN, ""), scan(run("SpotBugs", List.of()))))
                .containsExactly(
                        "UNPROVEN missing | The policy demands no limits, no scans and no sign-offs | Add limits,"
                                + " scans or signOffs to the requirement in the policy");
        assertThat(problems(CRITERION, demand(CRITERION, SCAN, "")))
                .containsExactly(
                        "genai-gate.yaml: Requirement security-review demands nothing; Add limits, scans or signOffs,"
                                + " such as limits: { critical: 0, high: 0 }");
        assertThat(problems(CRITERION, demand(CRITERION, SCAN, "scans: [{ kind: secrets }]")))
                .containsExactly("policy.yaml:1:9: Scan secrets names no tool that may do it; Add tools, as they name"
                        + " themselves in their reports");
        assertThat(problems(CRITERION, demand(CRITERION, SCAN, "limits: { critical: 0 }")))
                .isEmpty();
    }
}
