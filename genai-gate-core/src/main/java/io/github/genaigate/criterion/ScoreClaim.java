package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Direction;
import io.github.genaigate.statistics.Mean;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The claim that the mean of a score reaches a limit. Of repeats of one case their mean is one sample.
 *
 * @param suite what the suite is called
 * @param score the name of the score
 * @param direction whether the limit is a floor or a ceiling
 * @param limit what the mean must reach
 * @param minimum the fewest samples that prove anything
 * @param confidence of the test
 */
record ScoreClaim(String suite, String score, Direction direction, BigDecimal limit, int minimum, Share confidence) {

    /** The same claim with the stricter of two limits. */
    ScoreClaim and(ScoreClaim other) {
        int order = other.limit.compareTo(limit);
        return (direction == Direction.AT_LEAST ? order > 0 : order < 0) ? other : this;
    }

    /** What makes two claims one. */
    List<Object> subject() {
        return List.of(score, direction);
    }

    /** Judges the cases of a suite. A case without the score leaves the mean open: it may be the worst of all. */
    Part judge(List<Case> runs) {
        var open = runs.stream().filter(run -> scoreOf(run).isEmpty()).toList();
        if (!open.isEmpty()) {
            var known = runs.stream()
                    .flatMap(run -> run.scores().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            var share = Words.count(open.size()) + " of " + Words.count(runs.size(), "run");
            var missing = known.contains(score)
                    ? Part.unproven(
                            part(),
                            Reason.INCOMPLETE,
                            start() + "there is no score " + named() + " in " + share,
                            "Look into the cases without the score")
                    : Part.unproven(
                            part(),
                            Reason.MISSING,
                            start() + "no case has a score " + named()
                                    + (known.isEmpty() ? "" : "; there are " + Words.few(known)),
                            Words.meant(score, known, "Name a score that the evaluation gives"));
            return missing.at(Words.first(open).stream().map(Case::place).toArray(Place[]::new));
        }
        Map<String, Moments> cases = new LinkedHashMap<>();
        runs.forEach(run -> cases.merge(run.id(), Moments.of(scoreOf(run).orElseThrow()), Moments::plus));
        var means = cases.values().stream()
                .map(repeats -> Moments.of(repeats.mean().orElseThrow()))
                .reduce(Moments.NONE, Moments::plus);
        boolean bounded = runs.stream().flatMap(run -> scoreOf(run).stream()).allMatch(ScoreClaim::isBounded);
        return bounded && cases.values().stream().allMatch(ScoreClaim::isBinary)
                ? judgeShare(means.count(), means.sum().longValueExact(), "case")
                : judge(means, bounded, "case");
    }

    private Optional<BigDecimal> scoreOf(Case run) {
        return Optional.ofNullable(run.scores().get(score));
    }

    private static boolean isBounded(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    }

    /** Judges a number that a tool published. */
    Part judge(Figures figures, String evidence) {
        var found = figures.figures().stream()
                .filter(figure -> figure.name().equals(score) && figure.arm().isEmpty())
                .toList();
        if (found.isEmpty()) {
            var known = figures.figures().stream().map(Figure::name).collect(Collectors.toCollection(TreeSet::new));
            return Part.unproven(
                    part(),
                    Reason.MISSING,
                    start() + evidence + " has no score " + named()
                            + (known.isEmpty() ? "" : "; it has " + Words.few(known)),
                    Words.meant(score, known, "Name a score that the evaluation gives"));
        }
        return found.size() == 1
                ? judge(found.get(0).value()).at(found.get(0).place())
                : Part.unproven(
                        part(),
                        Reason.INVALID,
                        start() + evidence + " has " + Words.count(found.size()) + " scores " + named(),
                        "Give the file of one evaluation");
    }

    private Part judge(Value value) {
        if (value instanceof Value.Sampled sampled) {
            return judge(sampled.moments(), false, "sample");
        }
        if (value instanceof Value.Counted counted) {
            return judgeShare(counted.trials(), counted.successes(), "sample");
        }
        var reported = (Value.Reported) value;
        // Whether its scale ends at 0 and 1 is not told; a mean between them is judged with the care that this takes.
        return judge(
                reported.samples().orElse(0),
                reported.mean(),
                reported.standardError(),
                isBounded(reported.mean()),
                "sample");
    }

    /** Scores that are 0 or 1 count, and their mean is a share, for which there is an exact test. */
    private Part judgeShare(long samples, long ones, String thing) {
        if (!isBounded(limit)) {
            var count = BigDecimal.valueOf(ones);
            return judge(new Moments(samples, count, Optional.of(count)), true, thing);
        }
        boolean least = direction == Direction.AT_LEAST;
        var test = ShareTest.exact(
                samples,
                least ? samples - ones : ones,
                least ? new Share(limit).complement() : new Share(limit),
                confidence);
        return new ShareClaim(
                        part(),
                        "Suite " + suite,
                        thing,
                        "scored " + (least ? "1" : "0") + " in " + named(),
                        test,
                        "Look into the " + thing + "s that did not",
                        "Evaluate more cases")
                .judge(minimum, "");
    }

    private static boolean isBinary(Moments repeats) {
        var mean = repeats.mean().orElseThrow();
        return mean.signum() == 0 || mean.compareTo(BigDecimal.ONE) == 0;
    }

    private Part judge(Moments moments, boolean bounded, String thing) {
        var root = BigDecimal.valueOf(moments.count()).sqrt(MathContext.DECIMAL64);
        var error = moments.count() == 1
                ? Optional.of(BigDecimal.ZERO)
                : moments.deviation().map(deviation -> deviation.divide(root, MathContext.DECIMAL64));
        return judge(moments.count(), moments.mean().orElse(BigDecimal.ZERO), error, bounded, thing);
    }

    private Part judge(long samples, BigDecimal mean, Optional<BigDecimal> error, boolean bounded, String thing) {
        if (samples < 1 || error.isEmpty()) {
            return Part.unproven(
                    part(),
                    Reason.INCOMPLETE,
                    start() + "the mean " + named() + " comes without "
                            + (samples < 1 ? "the number of its samples" : "its standard error"),
                    "Claim a score of which the evaluation tells both, such as that of a single task");
        }
        if (!Mean.isSane(mean) || !Mean.isSane(error.get())) {
            return Part.unproven(
                    part(),
                    Reason.INVALID,
                    start() + "the mean " + named() + " is beyond any scale",
                    "Look into the evaluation, and run it again");
        }
        return new MeanClaim(part(), start() + "the mean " + named(), thing, direction, limit, minimum, confidence)
                .judge(new Mean(samples, mean, error.get(), bounded));
    }

    private String named() {
        return Words.brief(score);
    }

    private String part() {
        return "score " + named() + " of suite " + suite;
    }

    private String start() {
        return "Suite " + suite + ": ";
    }
}
