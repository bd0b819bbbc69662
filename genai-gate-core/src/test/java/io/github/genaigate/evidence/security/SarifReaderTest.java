package io.github.genaigate.evidence.security;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Issues.Issue;
import io.github.genaigate.model.Issues.State;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReaderTest {

    private static Reading read(String text) {
        return Readings.read(new SarifReader(), source("scan.sarif", text));
    }

    private static String refusal(String text) {
        return Readings.refusal(new SarifReader(), source("scan.sarif", text));
    }

    private static List<Issues.Run> runs(Reading reading) {
        return ((Issues) reading.measurement()).runs();
    }

    private static Reading run(String members) {
        return read("{\"version\": \"2.1.0\", \"runs\": [{" + members + "}]}");
    }

    private static Issue issue(String ruleMembers, String resultMembers) {
        var reading = run("""
                "tool": {"driver": {"name": "scanner", "rules": [{"id": "R1"%s}]}},
                "results": [{"ruleId": "R1"%s}]""".formatted(ruleMembers, resultMembers));
        return runs(reading).get(0).issues().get(0);
    }

    private static String runDoubt(String members) {
        return runs(run("\"tool\": {\"driver\": {\"name\": \"scanner\", \"version\": \"1\"}}" + members))
                .get(0)
                .doubt()
                .map(Readings::text)
                .orElse("none");
    }

    @Test
    void readsRunsWithTheirIssues() {
        Reading reading = read("""
                {"version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "scanner", "version": "1", "semanticVersion": "1.2.3",
                    "rules": [{"id": "R1", "shortDescription": {"text": "No secrets"},
                               "properties": {"security-severity": "7.5"}}]}},
                  "invocations": [{"executionSuccessful": true, "startTimeUtc": "2026-11-19T00:00:00Z",
                                   "endTimeUtc": "2026-11-20T00:00:00Z"}],
                  "artifacts": [{"location": {"uri": "prompts/a.txt"}}],
                  "results": [
                    {"ruleIndex": 0, "message": {"id": "default"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"index": 0},
                                    "region": {"startLine": 3, "startColumn": 4}}}]},
                    {"ruleId": "R1/sub", "message": {"text": "A key\\nin a prompt"},
                     "suppressions": [{"kind": "inSource", "justification": "test\\tkey"}]}
                  ]}]}""");
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(runs(reading))
                .containsExactly(new Issues.Run(
                        "scanner",
                        Optional.of("1.2.3"),
                        Optional.empty(),
                        List.of(
                                new Issue(
                                        "R1",
                                        Severity.HIGH,
                                        "No secrets",
                                        new Place("prompts/a.txt", 3, 4),
                                        State.OPEN,
                                        Optional.empty()),
                                new Issue(
                                        "R1/sub",
                                        Severity.HIGH,
                                        "A key in a prompt",
                                        new Place("scan.sarif", 12, 5),
                                        State.SUPPRESSED,
                                        Optional.of("test key")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // rule members | result members | severity
                "`` | `` | MEDIUM",
                "`` | `, \"level\": \"error\"` | HIGH",
                "`` | `, \"level\": \"warning\"` | MEDIUM",
                "`` | `, \"level\": \"note\"` | LOW",
                "`` | `, \"level\": \"none\"` | INFO",
                "`` | `, \"level\": \"ERROR\"` | HIGH",
                "`, \"defaultConfiguration\": {\"level\": \"error\"}` | `` | HIGH",
                "`, \"defaultConfiguration\": {\"level\": \"error\"}` | `, \"level\": \"note\"` | LOW",
                "`, \"properties\": {\"security-severity\": \"9.0\"}` | `, \"level\": \"note\"` | CRITICAL",
                "`, \"properties\": {\"security-severity\": \"8.9\"}` | `` | HIGH",
                "`, \"properties\": {\"security-severity\": \"7\"}` | `` | HIGH",
                "`, \"properties\": {\"security-severity\": \"6.9\"}` | `` | MEDIUM",
                "`, \"properties\": {\"security-severity\": \"4.0\"}` | `` | MEDIUM",
                "`, \"properties\": {\"security-severity\": \"3.9\"}` | `` | LOW",
                "`, \"properties\": {\"security-severity\": \"0.1\"}` | `` | LOW",
                "`, \"properties\": {\"security-severity\": \"11\"}` | `` | CRITICAL",
                "`, \"properties\": {\"security-severity\": 5.5}` | `, \"level\": \"error\"` | MEDIUM",
                "`, \"properties\": {\"security-severity\": \"CRITICAL\"}` | `` | CRITICAL",
                "`, \"properties\": {\"security-severity\": \"High\"}` | `` | HIGH",
                "`, \"properties\": {\"security-severity\": \"MODERATE\"}` | `, \"level\": \"error\"` | MEDIUM",
                "`, \"properties\": {\"security-severity\": \"low\"}` | `` | LOW",
                "`, \"properties\": {\"security-severity\": \"informational\"}` | `` | INFO",
                // a word that is none is taken for a high one
                "`` | `, \"level\": \"eror\"` | HIGH",
                "`, \"properties\": {\"security-severity\": \"NaN\"}` | `, \"level\": \"note\"` | HIGH",
                "`` | `, \"kind\": \"Fail\", \"level\": \"error\"` | HIGH",
                // no score at all
                "`, \"properties\": {\"security-severity\": \"0.0\"}` | `, \"level\": \"error\"` | HIGH",
                "`, \"properties\": {\"security-severity\": \"-3\"}` | `, \"level\": \"error\"` | HIGH",
                "`, \"properties\": {\"security-severity\": \"often\"}` | `, \"level\": \"error\"` | HIGH",
                "`, \"properties\": {\"security-severity\": \"1000000000000000000000\"}` | `` | HIGH",
                "`, \"properties\": {\"security-severity\": true}` | `, \"level\": \"note\"` | LOW",
                // the result's own beats the rule's
                "`, \"properties\": {\"security-severity\": \"9.8\"}` | `, \"properties\": {\"security-severity\": \"2\"}` | LOW",
                // what is still to be decided has level none by the book
                "`, \"defaultConfiguration\": {\"level\": \"error\"}` | `, \"kind\": \"review\", \"level\": \"none\"` | HIGH",
            })
    void severityIsMoreThanTheLevel(String rule, String result, Severity expected) {
        assertThat(issue(rule, result).severity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | OPEN",
                "`, \"kind\": \"fail\"` | OPEN",
                "`, \"kind\": \"open\"` | OPEN",
                "`, \"kind\": \"review\"` | OPEN",
                "`, \"kind\": \"new word\"` | OPEN",
                "`, \"kind\": \"pass\"` | CLOSED",
                "`, \"kind\": \"notApplicable\"` | CLOSED",
                "`, \"kind\": \"informational\"` | CLOSED",
                "`, \"baselineState\": \"absent\"` | CLOSED",
                "`, \"baselineState\": \"unchanged\"` | OPEN",
                "`, \"suppressions\": []` | OPEN",
                "`, \"suppressions\": null` | OPEN",
                "`, \"suppressions\": [{\"kind\": \"external\"}]` | SUPPRESSED",
                "`, \"suppressions\": [{\"kind\": \"external\", \"status\": \"accepted\"}]` | SUPPRESSED",
                "`, \"suppressions\": [{\"status\": \"underReview\"}]` | OPEN",
                "`, \"suppressions\": [{\"status\": \"rejected\"}]` | OPEN",
                "`, \"suppressions\": [{\"status\": null}]` | OPEN",
                "`, \"suppressions\": [{\"status\": \"accepted\"}, {\"status\": \"rejected\"}]` | OPEN",
                "`, \"suppressions\": [null]` | OPEN",
                "`, \"suppressions\": [{}], \"baselineState\": \"absent\"` | CLOSED",
            })
    void tellsWhatStillCounts(String result, State expected) {
        assertThat(issue("", result).state()).isEqualTo(expected);
    }

    @Test
    void findsRulesThatStandBehindTheResultsAndInExtensions() {
        var reading = run("""
                "results": [
                  {"ruleId": "X1", "rule": {"index": 0, "toolComponent": {"index": 0}}},
                  {"rule": {"id": "X2", "toolComponent": {"name": "pack"}}},
                  {"rule": {"index": 1, "toolComponent": {"index": 0}}},
                  {"ruleId": "D1", "ruleIndex": 7},
                  {"ruleId": "D1", "rule": {"index": 0, "toolComponent": {"index": 9}}},
                  {"ruleId": "X1", "ruleIndex": 0},
                  {"ruleId": "unknown"},
                  {}
                ],
                "tool": {
                  "extensions": [{"name": "pack", "rules": [
                    {"id": "X1", "properties": {"security-severity": "9.9"}},
                    {"id": "X2", "defaultConfiguration": {"level": "error"}}]}],
                  "driver": {"name": "scanner", "rules": [{"id": "D1", "defaultConfiguration": {"level": "note"}}]}
                }""");
        assertThat(runs(reading).get(0).issues())
                .extracting(issue -> issue.rule() + " " + issue.severity())
                .containsExactly(
                        "X1 CRITICAL",
                        "X2 HIGH",
                        "X2 HIGH",
                        "D1 LOW",
                        "D1 LOW",
                        "X1 CRITICAL",
                        "unknown MEDIUM",
                        "(no rule) MEDIUM");
    }

    @Test
    void levelsGivenAtTheStartReplaceTheRules() {
        var reading = run("""
                "tool": {"driver": {"name": "scanner",
                  "rules": [{"id": "R1", "defaultConfiguration": {"level": "note"}}]}},
                "invocations": [
                  {"ruleConfigurationOverrides": [
                    {"descriptor": {"id": "R1"}, "configuration": {"level": "error"}}]},
                  {"ruleConfigurationOverrides": [
                    {"descriptor": {"id": "R1"}, "configuration": {"level": "warning"}}]}],
                "results": [{"ruleId": "R1"}, {"ruleId": "R1", "level": "note"}]""");
        assertThat(runs(reading).get(0).issues())
                .extracting(Issue::severity)
                .containsExactly(Severity.HIGH, Severity.LOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`, \"results\": []` | none",
                "`, \"results\": [], \"invocations\": []` | none",
                "`, \"results\": [], \"invocations\": [{\"executionSuccessful\": true}]` | none",
                "`, \"results\": [], \"invocations\": [{\"endTimeUtc\": \"2026-11-20T00:00:00Z\"}]` | none",
                "`, \"results\": [], \"invocations\": [{\"exitCode\": 0}]` | none",
                "`, \"results\": [], \"invocations\": [{\"exitCode\": 0}, {\"exitCode\": 3}]` | FAILED: scan.sarif:1:31:"
                        + " scanner says that its run was not successful (exit code 3); Mend what made scanner fail, and scan again",
                "`, \"results\": [], \"invocations\": [{\"executionSuccessful\": true, \"exitCode\": 3}]` | none",
                "`` | INCOMPLETE: scan.sarif:1:31: scanner wrote no list of results: it scanned nothing;"
                        + " Scan again; a scan that finds nothing leaves an empty list",
                "`, \"results\": null` | INCOMPLETE: scan.sarif:1:31: scanner wrote no list of results: it scanned nothing;"
                        + " Scan again; a scan that finds nothing leaves an empty list",
                "`, \"results\": [], \"invocations\": [{\"executionSuccessful\": true}, {\"executionSuccessful\": false,"
                        + " \"exitCode\": 2}]` | FAILED: scan.sarif:1:31: scanner says that its run was not successful"
                        + " (exit code 2); Mend what made scanner fail, and scan again",
                "`, \"results\": [], \"invocations\": [{\"executionSuccessful\": null}]` | FAILED: scan.sarif:1:31:"
                        + " scanner says that its run was not successful; Mend what made scanner fail, and scan again",
                "`, \"results\": [], \"invocations\": [{\"executionSuccessful\": true, \"toolExecutionNotifications\":"
                        + " [{\"level\": \"warning\"}, {\"level\": \"error\", \"message\": {\"text\": \"out of\\nmemory\"}}]}]`"
                        + " | FAILED: scan.sarif:1:31: scanner reports an error of its own: out of memory;"
                        + " Mend what made scanner fail, and scan again",
                "`, \"results\": [], \"invocations\": [{\"toolConfigurationNotifications\": [{\"level\": \"error\"},"
                        + " {\"level\": \"error\"}]}]` | FAILED: scan.sarif:1:31: scanner reports 2 errors of its own:"
                        + " no text; Mend what made scanner fail, and scan again",
                "`, \"results\": [], \"externalPropertyFileReferences\": {\"artifacts\": []}` | none",
                "`, \"externalPropertyFileReferences\": {\"results\": [{\"location\": {\"uri\": \"more.sarif\"}}],"
                        + " \"driver\": {}}` | INCOMPLETE: scan.sarif:1:31: scanner keeps its results and driver in other files,"
                        + " which are not read; Let scanner write everything into one file",
            })
    void tellsACleanRunFromOneThatProvesNothing(String members, String expected) {
        assertThat(runDoubt(members)).isEqualTo(expected);
    }

    @Test
    void aLogWithoutRunsScannedNothing() {
        String expected = "INCOMPLETE: scan.sarif: The SARIF log holds no run: nothing was scanned;"
                + " Scan again, and give the log that the scanner writes";
        assertThat(Readings.doubt(read("{\"version\": \"2.1.0\", \"runs\": []}")))
                .isEqualTo(expected);
        assertThat(Readings.doubt(read("{\"version\": \"2.1.0\", \"runs\": null}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20:00 | 2026-11-20T09:00:00Z
            09:00 | 2026-11-20T09:00:00Z
            24:61 |
            """)
    void itIsAsOldAsItsOldestRunAndAsUncertain(String other, Instant expected) {
        var run = """
                {"tool": {"driver": {"name": "scanner"}}, "results": [], "invocations": [
                  {"startTimeUtc": "2026-11-20T08:00:00Z", "endTimeUtc": "2026-11-20T%s:00Z"}]}""";
        var both = List.of(run.formatted("09:00"), run.replace("start", "begin").formatted(other));

        for (int first = 0; first < 2; first++) {
            assertThat(read("{\"version\": \"2.1.0\", \"runs\": [%s, %s]}"
                                    .formatted(both.get(first), both.get(1 - first)))
                            .takenAt())
                    .isEqualTo(Optional.ofNullable(expected));
        }
    }

    @Test
    void doubtsALogThatKeepsItsPartsApart() {
        assertThat(Readings.doubt(read("{\"version\": \"2.1.0\", \"runs\": [], \"inlineExternalProperties\": [{}]}")))
                .isEqualTo("INCOMPLETE: scan.sarif: The SARIF log keeps parts of its runs apart"
                        + " (inlineExternalProperties), which are not read;"
                        + " Let the tool write its results into the runs themselves");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"runs\": []}` | UNREADABLE: scan.sarif: The SARIF log does not say its version;"
                        + " Let the tool write SARIF 2.1.0, or convert the log",
                "`{\"version\": \"2.0.0\", \"runs\": []}` | UNREADABLE: scan.sarif:1:13: The SARIF version is 2.0.0,"
                        + " not 2.1.0; Let the tool write SARIF 2.1.0, or convert the log",
                "`{\"version\": 2.1, \"runs\": []}` | UNREADABLE: scan.sarif:1:13: The SARIF version is 2.1,"
                        + " not 2.1.0; Let the tool write SARIF 2.1.0, or convert the log",
                "`{\"version\": \"2.1.0\"}` | UNREADABLE: scan.sarif: The SARIF log has no member runs;"
                        + " Give the file as the tool wrote it",
                "`{\"version\": \"2.1.0\", \"runs\": {}}` | UNREADABLE: scan.sarif:1:30: A list is expected here;"
                        + " Give the file as the tool wrote it",
                "`{\"version\": \"2.1.0\", \"runs\": [null]}` | UNREADABLE: scan.sarif:1:31: An object is expected here;"
                        + " Give the file as the tool wrote it",
                "`{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}` | UNREADABLE: scan.sarif:1:31:"
                        + " The run does not name its tool (tool.driver.name); Give the file as the tool wrote it",
                "`{\"version\": \"2.1.0\", \"runs\": [{\"results\": {}}]}` | UNREADABLE: scan.sarif:1:43:"
                        + " A list is expected here; Give the file as the tool wrote it",
                "`{\"version\": \"2.1.0\", \"runs\": [{\"results\": [1]}]}` | UNREADABLE: scan.sarif:1:44:"
                        + " A result is not an object; Give the file as the tool wrote it",
                "`[]` | UNREADABLE: scan.sarif:1:1: An object is expected here; Give the file as the tool wrote it",
            })
    void refusesWhatIsNotAWholeLog(String text, String expected) {
        assertThat(refusal(text)).isEqualTo(expected);
    }

    @Test
    void takesThePlaceAsHostileText() {
        Issue issue = issue("", """
                , "locations": [{"physicalLocation": {"artifactLocation": {"uri": "../\\u001b[31m%s"},
                  "region": {"startLine": -4, "startColumn": 99999999999}}}]""".formatted("x".repeat(400)));
        assertThat(issue.place()).isEqualTo(Place.of("../ [31m" + "x".repeat(291) + "…"));
    }

    @Test
    void cutAnywhereItIsNeverWhole() {
        String whole = """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "scanner"}}, "results": [{"ruleId": "A"}]}]}""";
        for (int end = 0; end < whole.length(); end++) {
            assertThat(refusal(whole.substring(0, end))).startsWith("UNREADABLE: scan.sarif");
        }
    }
}
