package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * A run of tests in JUnit XML, put together element by element. Cases are counted, since the numbers that suites say of
 * themselves may be too small; where they say more than there is, the file was cut.
 */
final class JunitRun {

    static final Set<String> SUITES = Set.of("testsuites", "testsuite");

    private static final int MOST_CASES = 1_000_000;
    private static final int LONGEST_ATTRIBUTE = 200;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    /** What stands in a case for each time that it was run and did not pass; a rerun is a repeat. */
    private static final Map<String, Result> FAILED_RUNS = Map.of(
            "failure", Result.FAILED,
            "error", Result.ERRORED,
            "skipped", Result.ERRORED,
            "rerunFailure", Result.FAILED,
            "rerunError", Result.ERRORED,
            "flakyFailure", Result.FAILED,
            "flakyError", Result.ERRORED);

    private static final Set<String> PASSED_IN_THE_END = Set.of("flakyFailure", "flakyError");
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "skipped");

    private final String file;
    private final List<Case> runs = new ArrayList<>();
    private final Deque<Suite> suites = new ArrayDeque<>();
    private final List<Instant> times = new ArrayList<>();
    private Optional<Open> open = Optional.empty();
    private Optional<Absence> doubt = Optional.empty();
    private long cases;
    private long failures;

    JunitRun(String file) {
        this.file = file;
    }

    /** A suite that began, with what it says of itself and what had been counted before it. */
    private record Suite(String name, long tests, long failures, long casesBefore, long failuresBefore, Place place) {}

    /** A case that began. */
    private record Open(String id, Map<String, String> attributes, List<Result> failed, boolean passed, Place place) {

        Open failing(Result how, boolean passedInTheEnd) {
            failed.add(how);
            return new Open(id, attributes, failed, passed && passedInTheEnd, place);
        }
    }

    void begin(XMLStreamReader xml, Place place) throws UnreadableException {
        String element = xml.getLocalName();
        if (SUITES.contains(element)) {
            suites.push(new Suite(
                    attribute(xml, "name"),
                    number(xml, "tests", place),
                    number(xml, "failures", place) + number(xml, "errors", place),
                    cases,
                    failures,
                    place));
            Timestamps.zoned(attribute(xml, "timestamp")).ifPresent(times::add);
        } else if (element.equals("testcase")) {
            if (cases == MOST_CASES) {
                throw new UnreadableException(
                        place, "The file holds more than " + MOST_CASES + " test cases", "Split the run");
            }
            cases++;
            open = Optional.of(opened(xml, place));
        } else if (element.equals("property")) {
            var name = attribute(xml, "name");
            var value = attribute(xml, "value");
            open.filter(one -> !name.isBlank() && !value.isBlank())
                    .ifPresent(one -> one.attributes().putIfAbsent(shortened(name), shortened(value)));
        }
        Optional.ofNullable(FAILED_RUNS.get(element))
                .ifPresent(how -> open = open.map(one -> one.failing(how, PASSED_IN_THE_END.contains(element))));
    }

    private Open opened(XMLStreamReader xml, Place place) {
        var attributes = new HashMap<String, String>();
        var suite = suites.isEmpty() ? "" : suites.peek().name();
        Map.of("suite", suite, "class", attribute(xml, "classname"), "name", attribute(xml, "name"))
                .forEach((key, value) -> {
                    if (!value.isBlank()) {
                        attributes.put(key, shortened(value));
                    }
                });
        var id = (attribute(xml, "classname") + "." + attribute(xml, "name")).replaceAll("^\\.", "");
        var one = new Open(id, attributes, new ArrayList<>(), true, place);
        return NOT_RUN.contains(attribute(xml, "status")) ? one.failing(Result.ERRORED, false) : one;
    }

    void end(String element) {
        if (element.equals("testcase")) {
            open.ifPresent(this::close);
            open = Optional.empty();
        } else if (SUITES.contains(element) && !suites.isEmpty()) {
            close(suites.pop());
        }
    }

    /** Each time that the case was run is a run of its own. */
    private void close(Open one) {
        one.failed().forEach(how -> runs.add(run(one, how)));
        if (one.passed()) {
            runs.add(run(one, Result.PASSED));
        } else {
            failures++;
        }
    }

    private static Case run(Open one, Result result) {
        return new Case(one.id(), one.attributes(), result, one.place());
    }

    private void close(Suite suite) {
        long held = cases - suite.casesBefore();
        long failed = failures - suite.failuresBefore();
        if (doubt.isEmpty() && (suite.tests() > held || suite.failures() > failed)) {
            doubt = Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    "The suite " + Excerpt.of(suite.name()) + " holds " + held + " test cases, of which " + failed
                            + " did not pass, and says itself that it has " + suite.tests() + ", of which "
                            + suite.failures() + " did not",
                    "Give the file as the tests wrote it, with all its cases",
                    suite.place()));
        }
    }

    /** The age of a run is that of its oldest part. */
    Reading reading() {
        var reading = Reading.complete(
                new Cases(runs), Assurance.MEASURED, times.stream().min(Comparator.naturalOrder()));
        if (cases == 0) {
            return reading.doubtedFor(Absence.of(
                    Reason.INCOMPLETE,
                    "The file holds no test case: nothing was tested",
                    "Run the tests, and give the file that they write",
                    Place.of(file)));
        }
        return doubt.map(reading::doubtedFor).orElse(reading);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** None where a suite does not say it; what is said and is no count could hide that the file was cut. */
    private static long number(XMLStreamReader xml, String name, Place place) throws UnreadableException {
        var text = attribute(xml, name).strip();
        if (!text.isEmpty() && !COUNT.matcher(text).matches()) {
            throw new UnreadableException(
                    place,
                    "The number of " + name + " of a suite is \"" + Excerpt.of(text) + "\", which is no count",
                    "Give the file as the tests wrote it");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static String shortened(String text) {
        return Excerpt.of(text, LONGEST_ATTRIBUTE);
    }
}
