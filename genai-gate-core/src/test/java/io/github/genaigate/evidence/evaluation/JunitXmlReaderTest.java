package io.github.genaigate.evidence.evaluation;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JunitXmlReaderTest {

    private static Reading read(String text) {
        return Readings.read(new JunitXmlReader(), source("TEST.xml", text));
    }

    private static List<Case> runs(Reading reading) {
        return ((Cases) reading.measurement()).cases();
    }

    @Test
    void readsCasesOfNestedSuites() {
        var reading = read("""

                <?xml version="1.0"?>
                <testsuites>
                  <testsuite name="outer" timestamp="2026-11-20T10:00:00Z" tests="2" failures="1">
                    <properties><property name="of" value="the suite"/></properties>
                    <testsuite name="inner" timestamp="2026-11-19T10:00:00+01:00">
                      <testcase classname="a.B" name="one"><properties>
                        <property name="category" value="grounded"/><property name="name" value="x"/>
                      </properties><system-out><![CDATA[<failure/>]]></system-out></testcase>
                    </testsuite>
                    <testcase name="two"><failure>no</failure></testcase>
                  </testsuite>
                </testsuites>""");
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-19T09:00:00Z"));
        assertThat(runs(reading)).extracting(Case::id).containsExactly("a.B.one", "two");
        assertThat(runs(reading)).extracting(Case::result).containsExactly(Result.PASSED, Result.FAILED);
        assertThat(runs(reading).get(0).attributes())
                .isEqualTo(Map.of("suite", "inner", "class", "a.B", "name", "one", "category", "grounded"));
        assertThat(runs(reading).get(1).attributes()).isEqualTo(Map.of("suite", "outer", "name", "two"));
        assertThat(runs(reading).get(1).place().file()).isEqualTo("TEST.xml");
    }

    /** A rerun is a repeat: a case that passed in the end did not pass each time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | [PASSED]",
                "`<system-out>x</system-out>` | [PASSED]",
                "`<failure/>` | [FAILED]",
                "`<error/>` | [ERRORED]",
                "`<skipped/>` | [ERRORED]",
                "`<failure/><error/>` | [FAILED, ERRORED]",
                "`<flakyFailure/>` | [FAILED, PASSED]",
                "`<flakyError/><flakyFailure/>` | [ERRORED, FAILED, PASSED]",
                "`<failure/><rerunFailure/><rerunError/>` | [FAILED, FAILED, ERRORED]",
            })
    void everyRunOfACaseCounts(String children, String expected) {
        var reading =
                read("<testsuite><testcase name='a'>" + (children == null ? "" : children) + "</testcase></testsuite>");
        assertThat(runs(reading).stream().map(Case::result).toList().toString()).isEqualTo(expected);
        assertThat(runs(reading)).extracting(Case::id).containsOnly("a");
    }

    @Test
    void aCaseThatWasNotRunIsNoPass() {
        assertThat(runs(read("<testsuite><testcase name='a' status='notrun'/></testsuite>")))
                .extracting(Case::result)
                .containsExactly(Result.ERRORED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`<testsuite name='a' tests='0' failures='0'/>` | INCOMPLETE: TEST.xml: The file holds no test case: nothing was"
                        + " tested; Run the tests, and give the file that they write",
                "`<testsuite name='a' tests='2'><testcase name='x'/></testsuite>` | INCOMPLETE: TEST.xml:1:31: The suite a holds 1"
                        + " test cases, of which 0 did not pass, and says itself that it has 2, of which 0 did not; Give the"
                        + " file as the tests wrote it, with all its cases",
                "`<testsuite name='a' failures='1' errors='1'><testcase name='x'><failure/></testcase></testsuite>` | INCOMPLETE:"
                        + " TEST.xml:1:45: The suite a holds 1 test cases, of which 1 did not pass, and says itself that it has"
                        + " 0, of which 2 did not; Give the file as the tests wrote it, with all its cases",
                // fewer than there are: what is there counts
                "`<testsuite name='a' tests='1' failures='0'><testcase name='x'><failure/></testcase></testsuite>` | none",
                "`<testsuite name='a' tests='' failures=' 0 '><testcase name='x'/></testsuite>` | none",
            })
    void doubtsSuitesThatSayMoreThanTheyHold(String text, String expected) {
        assertThat(Readings.doubt(read(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`<!DOCTYPE testsuite [<!ENTITY a 'b'>]><testsuite/>` | declares a document type, which is refused",
                "`<testsuite><testcase name='&a;'/></testsuite>` | is not valid XML, or ends before it is complete",
                "`<testsuite><testcase name='a'/>` | is not valid XML, or ends before it is complete",
                "`<testsuite/><testsuite/>` | is not valid XML, or ends before it is complete",
                "`<html/>` | holds no test suite",
            })
    void refusesWhatIsNoTestRun(String text, String expected) {
        assertThat(Readings.refusal(new JunitXmlReader(), source("TEST.xml", text)))
                .startsWith("UNREADABLE: TEST.xml:1:")
                .contains("The file " + expected + "; ");
    }

    /** It may have been a number that says that cases are missing. */
    @ParameterizedTest
    @CsvSource({"tests, many", "tests, -1", "failures, NaN", "errors, 1e9", "tests, 1000000000"})
    void refusesNumbersThatAreNoCounts(String name, String number) {
        var text = "<testsuite name='a' %s='%s'><testcase name='x'/></testsuite>".formatted(name, number);

        assertThat(Readings.refusal(new JunitXmlReader(), source("TEST.xml", text)))
                .isEqualTo("UNREADABLE: TEST.xml:1:" + (text.indexOf('>') + 2) + ": The number of " + name
                        + " of a suite is \"" + number + "\", which is no count; Give the file as the tests wrote it");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(Readings.refusal(new JunitXmlReader(), source("TEST.xml", "<testsuite>".repeat(300))))
                .isEqualTo(
                        "UNREADABLE: TEST.xml:1:2212: The XML is nested deeper than 200 levels; Let the tests finish, and"
                                + " give the file as they wrote it");
    }

    /** INDEX.tsv; the first suite says of itself that nothing failed. */
    @ParameterizedTest
    @CsvSource({"TEST-JUnitResults.xml, 4, 1, 0", "success-failure-error.xml, 1, 1, 1"})
    void readsTheSamplesOfRealProjects(String file, int passed, int failed, int errored) throws Exception {
        Reading reading = Readings.read(new JunitXmlReader(), SampleFolder.sample("junit-xml/" + file));
        assertThat(reading.doubt()).isEmpty();
        assertThat(runs(reading))
                .filteredOn(one -> one.result() == Result.PASSED)
                .hasSize(passed);
        assertThat(runs(reading))
                .filteredOn(one -> one.result() == Result.FAILED)
                .hasSize(failed);
        assertThat(runs(reading))
                .filteredOn(one -> one.result() == Result.ERRORED)
                .hasSize(errored);
    }

    @Test
    void tellsWhereACaseBegins() {
        var reading = read("<testsuite>\n  <testcase name='a'/>\n</testsuite>");
        assertThat(runs(reading).get(0).place()).isEqualTo(new Place("TEST.xml", 2, 23));
    }
}
