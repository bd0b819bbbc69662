package io.github.genaigate.criterion;

import io.github.genaigate.criterion.DeclaredDataset.Name;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Spans;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The claim that the checks of one dataset pass. Checks are all there are and no sample of more, so that their share is
 * exact and has no confidence.
 *
 * @param title the dataset, as declared
 * @param names by which tools know it
 * @param passing the least share that must pass
 * @param minimum the fewest checks that must have run
 * @param maxAge the greatest age of each check, where the policy says so
 * @param place where it is claimed
 */
record QualityClaim(String title, Set<Name> names, Share passing, int minimum, Optional<Duration> maxAge, Place place) {

    /** Machines whose clocks differ by less than this agree. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    String part() {
        return "quality of " + title;
    }

    private String subject() {
        return "Quality of " + title + ": ";
    }

    Part judge(Lineage lineage, Instant now) {
        var checks = lineage.checks().stream()
                .filter(check -> check.datasets().stream().flatMap(Name::of).anyMatch(names::contains))
                .toList();
        long unknown = lineage.checks().stream()
                .filter(check -> check.datasets().isEmpty() && check.result() != Result.PASSED)
                .count();
        var part =
                checks.isEmpty() ? missing(lineage) : ambiguous(checks).orElseGet(() -> outcome(checks, unknown, now));
        return part.at(place)
                .observing(
                        Observation.of("passed", count(checks, Result.PASSED), "checks"),
                        Observation.of("failed", count(checks, Result.FAILED), "checks"),
                        Observation.of("warned", warned(checks), "checks"),
                        Observation.of(
                                "notRun", count(checks, Result.NOT_RUN) + count(checks, Result.DEFINED), "checks"));
    }

    private Part missing(Lineage lineage) {
        boolean untold =
                lineage.checks().stream().anyMatch(check -> check.datasets().isEmpty());
        return Part.unproven(
                part(),
                Reason.MISSING,
                subject() + "no check looks at it"
                        + (untold ? "; the results do not tell which datasets their checks look at" : ""),
                untold
                        ? "Name the definitions of the checks too, such as dbt's manifest.json, or let each result name its"
                                + " data asset"
                        : "Check it, or add the name that the results use to the aliases of the dataset");
    }

    /** One name without a namespace that stands for several datasets: checks of another would prove this one. */
    private Optional<Part> ambiguous(List<QualityCheck> checks) {
        return names.stream()
                .filter(name -> name.namespace().isEmpty())
                .map(name -> checks.stream()
                        .flatMap(check -> check.datasets().stream())
                        .filter(dataset -> dataset.name().equals(name.name()))
                        .map(Dataset::toString)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(several -> several.size() > 1)
                .map(several -> Part.unproven(
                        part(),
                        Reason.UNVERIFIABLE,
                        subject() + "its name is in more than one namespace: " + Words.few(several),
                        "Write the namespace of the dataset under lineage.datasets"))
                .min(Comparator.comparing(Part::message));
    }

    private Part outcome(List<QualityCheck> checks, long unknown, Instant now) {
        long passed = count(checks, Result.PASSED);
        long failed = count(checks, Result.FAILED);
        long open = checks.size() - passed - failed;
        String told =
                subject() + Words.count(passed) + " of " + Words.count(checks.size(), "check") + " passed, demanded "
                        + passing + (failed == 0 ? "" : "; " + Words.count(failed) + " failed" + warnings(checks));
        if (!enough(passed + open, checks.size())) {
            return Part.notMet(
                    part(), Reason.OVER_LIMIT, told, "Mend the data, or the checks that are wrong, and run them again");
        }
        if (open > 0 || unknown > 0) {
            return Part.unproven(
                    part(),
                    Reason.INCOMPLETE,
                    told
                            + (open == 0 ? "" : "; " + Words.count(open) + " did not run")
                            + (unknown == 0
                                    ? ""
                                    : "; " + Words.count(unknown, "check") + " that did not pass may be about it"),
                    open > 0 ? "Run all of them to the end" : "Let each check tell the dataset that it looks at");
        }
        if (checks.size() < minimum) {
            return Part.unproven(
                    part(),
                    Reason.INCOMPLETE,
                    told + ", and at least " + Words.count(minimum, "check") + " must run",
                    "Add checks of what makes the dataset fit for its use");
        }
        return aged(checks, told, now);
    }

    /** The age of a piece of evidence is that of the whole; a log of events may hold checks that ran long before. */
    private Part aged(List<QualityCheck> checks, String told, Instant now) {
        var times =
                checks.stream().flatMap(check -> check.at().stream()).sorted().toList();
        if (!times.isEmpty() && times.get(times.size() - 1).isAfter(now.plus(CLOCKS_DIFFER))) {
            return Part.unproven(
                    part(),
                    Reason.INVALID,
                    told + "; one ran at " + times.get(times.size() - 1) + ", which is after the clock of this run",
                    "Set the clock of the machine that runs the checks, and run them again");
        }
        if (maxAge.isPresent() && times.size() < checks.size()) {
            return Part.unproven(
                    part(),
                    Reason.UNVERIFIABLE,
                    told + "; when " + Words.count(checks.size() - times.size())
                            + " of them ran is not told, and at most " + Spans.format(maxAge.get())
                            + " ago is demanded",
                    "Let the tool write times into the file");
        }
        if (maxAge.isPresent() && Duration.between(times.get(0), now).compareTo(maxAge.get()) > 0) {
            return Part.unproven(
                    part(),
                    Reason.STALE,
                    told + "; the oldest ran at " + times.get(0) + ", longer ago than " + Spans.format(maxAge.get()),
                    "Run the checks again");
        }
        return Part.met(part(), told);
    }

    private boolean enough(long passed, long all) {
        return BigDecimal.valueOf(passed).compareTo(passing.fraction().multiply(BigDecimal.valueOf(all))) >= 0;
    }

    private static long count(List<QualityCheck> checks, Result result) {
        return checks.stream().filter(check -> check.result() == result).count();
    }

    private static long warned(List<QualityCheck> checks) {
        return checks.stream()
                .filter(check -> check.result() == Result.FAILED && check.warning())
                .count();
    }

    private static String warnings(List<QualityCheck> checks) {
        long warned = warned(checks);
        return warned == 0 ? "" : ", " + Words.count(warned) + " of them with a warning only";
    }
}
