package io.github.genaigate.report;

import io.github.genaigate.model.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The result of the tests of a policy, for a terminal and in the XML of JUnit for build servers. */
public final class SuiteReport {

    private static final int LONGEST = 600;

    private SuiteReport() {}

    /** What a person reads: what failed, and what no case turned red. */
    public static List<String> lines(SuiteResult result) {
        var lines = new ArrayList<String>();
        if (!result.problems().isEmpty()) {
            lines.add(Wording.count(result.problems().size(), "problem") + " in the input, so nothing was tested");
            result.problems().forEach(problem -> {
                lines.add("  x " + clean(problem.place() + ": " + problem.what()));
                lines.add("      next: " + clean(problem.mend()));
            });
            return lines;
        }
        long failed = result.cases().stream().filter(one -> !one.passed()).count();
        lines.add(clean(result.policy().name() + " " + result.policy().version()) + ": "
                + Wording.count(result.cases().size(), "case") + ", " + failed + " failed");
        result.cases().forEach(one -> {
            lines.add("  " + (one.passed() ? "+" : "x") + " " + clean(one.name())
                    + (one.passed() ? "" : " (" + one.place() + ")"));
            one.differences().forEach(difference -> lines.add("      " + clean(difference)));
        });
        int all = result.requirements().size();
        lines.add((all - result.neverRed().size()) + " of " + Wording.count(all, "requirement")
                + " turned red by some case, " + (all - result.neverMet().size()) + " met");
        named("never red: ", result.neverRed(), lines);
        named("never met: ", result.neverMet(), lines);
        result.tooLittle().ifPresent(why -> {
            lines.add("  x " + why);
            lines.add("      next: Add a case in which a requirement that was never red fails, and expect that");
        });
        return lines;
    }

    private static void named(String what, List<String> ids, List<String> lines) {
        if (!ids.isEmpty()) {
            lines.add("    " + what + clean(String.join(", ", ids)));
        }
    }

    /** The same as a report of JUnit: each case a test case, and one more for what no case turned red. */
    public static String junit(SuiteResult result) {
        var cases = new ArrayList<String>();
        int failures = 0;
        for (SuiteResult.Case one : result.cases()) {
            failures += one.passed() ? 0 : 1;
            cases.add(testCase(one.name(), one.differences()));
        }
        var whole = new ArrayList<String>();
        result.problems().forEach(problem -> whole.add(problem.toString()));
        result.tooLittle()
                .ifPresent(why -> whole.add(
                        result.neverRed().isEmpty()
                                ? why
                                : why + "; never red: " + String.join(", ", result.neverRed())));
        failures += whole.isEmpty() ? 0 : 1;
        cases.add(testCase("every requirement is turned red by some case", whole));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + xml(result.suite()) + "\" tests=\""
                + cases.size() + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\">\n"
                + String.join("", cases) + "</testsuite>\n";
    }

    private static String testCase(String name, List<String> differences) {
        var begin = "  <testcase classname=\"policy\" name=\"" + xml(name) + "\"";
        if (differences.isEmpty()) {
            return begin + "/>\n";
        }
        return begin + ">\n    <failure message=\"" + xml(differences.get(0)) + "\">"
                + differences.stream().map(SuiteReport::xml).collect(Collectors.joining("\n"))
                + "</failure>\n  </testcase>\n";
    }

    private static String xml(String text) {
        return Visible.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String clean(String text) {
        return Visible.line(text, LONGEST);
    }
}
