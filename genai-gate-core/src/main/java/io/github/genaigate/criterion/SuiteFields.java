package io.github.genaigate.criterion;

import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How suites are written in manifests and in policies. */
final class SuiteFields {

    private static final Kind<Map<String, String>> ATTRIBUTES = new Kind.MapOf<>("attributes", Kind.TEXT);

    static final Field<String> NAME = Field.required("name", Kind.TEXT, "What the suite is called.");
    static final Field<String> EVIDENCE =
            Field.required("evidence", Kind.EVIDENCE, "The evaluation run that holds its cases.");
    static final Field<Map<String, String>> SELECT = Field.optional(
            "select",
            ATTRIBUTES,
            "Which cases are in the suite, by the exact value of their attributes; all when left out.");
    static final Field<Share> PASSING = Field.optional(
            "passing",
            Kind.SHARE,
            "The share of cases that pass at the least, each in all of its repeats; an error is not a pass.");
    static final Field<Share> PASSING_RUNS = Field.optional(
            "passingRuns",
            Kind.SHARE,
            "The share of runs that pass at the least, when repeats of one case may end differently.");
    static final Field<String> SCORE = Field.optional(
            "score", Kind.LINE, "The score whose mean counts, by the name that the evaluation gives it.");
    static final Field<BigDecimal> AT_LEAST = Field.optional("atLeast", Kind.NUMBER, "The mean score at the least.");
    static final Field<BigDecimal> AT_MOST =
            Field.optional("atMost", Kind.NUMBER, "The mean score at the most, where less is better.");
    static final Field<Integer> MINIMUM_CASES =
            Field.optional("minimumCases", Kind.COUNT, "The fewest cases that prove anything.");
    static final Field<Boolean> WHOLE = Field.optional(
            "whole", Kind.FLAG, "Whether all cases of the evidence count, so that no manifest selects any away.");

    private SuiteFields() {}

    static Kind<List<Entry>> claimed() {
        return Kind.list(Kind.group(NAME, EVIDENCE, SELECT, PASSING, PASSING_RUNS, SCORE, AT_LEAST, AT_MOST));
    }

    static Kind<List<Entry>> demanded() {
        return Kind.list(
                Kind.group(NAME, PASSING, PASSING_RUNS, SCORE, AT_LEAST, AT_MOST, MINIMUM_CASES, SELECT, WHOLE));
    }

    /** How layers merge what they demand. */
    static Strictness<List<Entry>> strictness() {
        return Strictness.byName(
                NAME,
                Member.of(PASSING, Strictness.larger()),
                Member.of(PASSING_RUNS, Strictness.larger()),
                Member.of(SCORE, Strictness.fixed()),
                Member.of(AT_LEAST, Strictness.larger()),
                Member.of(AT_MOST, Strictness.smaller()),
                Member.of(MINIMUM_CASES, Strictness.larger()),
                Member.of(SELECT, Strictness.fixed()),
                Member.of(WHOLE, Strictness.larger()));
    }

    /** What is wrong with what an entry says of shares and scores. */
    static void check(Check check, Entry suite, String name) {
        var title = "Suite " + name;
        check.provable(suite, PASSING, title).provable(suite, PASSING_RUNS, title);
        boolean least = suite.find(AT_LEAST).isPresent();
        boolean most = suite.find(AT_MOST).isPresent();
        boolean score = suite.find(SCORE).isPresent();
        if (suite.find(PASSING).isEmpty() && suite.find(PASSING_RUNS).isEmpty() && !score && !least && !most) {
            check.problem(
                    suite.place(),
                    title + " does not say what share of its cases must pass, nor which score they must reach",
                    "Add passing, such as 90 %, or score and atLeast");
        }
        if (score && least == most) {
            check.problem(
                    suite.placeOf(SCORE),
                    title
                            + (least
                                    ? " limits the mean score on both sides"
                                    : " names a score and no limit of its mean"),
                    "Write one of atLeast, such as 0.8, and atMost");
        }
        if (!score && (least || most)) {
            check.problem(
                    suite.placeOf(least ? AT_LEAST : AT_MOST),
                    title + " limits a mean and does not name the score",
                    "Add score, with the name that the evaluation gives it");
        }
    }
}
