package io.github.genaigate.criterion;

import io.github.genaigate.criterion.DeclaredDataset.Name;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Lineage.State;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which runs touched which datasets. */
final class Flows {

    private final Map<Dataset, List<Run>> runs = new LinkedHashMap<>();
    private final Set<Dataset> seen;

    Flows(Lineage lineage) {
        for (Run run : lineage.runs()) {
            var touched = new TreeSet<>(run.inputs());
            touched.addAll(run.outputs());
            touched.forEach(dataset ->
                    runs.computeIfAbsent(dataset, key -> new ArrayList<>()).add(run));
        }
        seen = new TreeSet<>(lineage.mentioned());
        seen.addAll(runs.keySet());
    }

    /** Whether a successful run read or wrote the dataset. */
    Part judge(DeclaredDataset declared) {
        var part = "dataset " + declared.title();
        var subject = "Dataset " + declared.title() + ": ";
        var matching = matching(declared);
        if (matching.isEmpty()) {
            return Part.unproven(
                            part,
                            Reason.MISSING,
                            subject + "no lineage event names it" + (seen.isEmpty() ? "" : "; they name " + few(seen)),
                            Words.meant(
                                    declared.names().get(0).name(),
                                    seen.stream().map(Dataset::name).collect(Collectors.toSet()),
                                    "Let the job that reads or writes it emit lineage events, or add the name that the"
                                            + " events use to its aliases"))
                    .at(declared.place());
        }
        var ambiguous = ambiguous(declared);
        if (ambiguous.isPresent()) {
            return Part.unproven(
                            part,
                            Reason.UNVERIFIABLE,
                            subject + "its name is in more than one namespace: " + few(ambiguous.get()),
                            "Write the namespace of the dataset")
                    .at(declared.place());
        }
        return judge(part, subject, touching(matching)).at(declared.place());
    }

    private static Part judge(String part, String subject, List<Run> touching) {
        var succeeded =
                touching.stream().filter(run -> run.state() == State.SUCCEEDED).toList();
        var failed =
                touching.stream().filter(run -> run.state() == State.FAILED).toList();
        return outcome(part, subject, touching, succeeded, failed)
                .observing(
                        Observation.of("runsSucceeded", succeeded.size(), "runs"),
                        Observation.of("runsFailed", failed.size(), "runs"),
                        Observation.of("runsUnfinished", touching.size() - succeeded.size() - failed.size(), "runs"));
    }

    private static Part outcome(
            String part, String subject, List<Run> touching, List<Run> succeeded, List<Run> failed) {
        if (touching.isEmpty()) {
            return Part.unproven(
                    part,
                    Reason.MISSING,
                    subject + "lineage events name it, and no run reads or writes it",
                    "Let the job that reads or writes it emit run events");
        }
        if (!succeeded.isEmpty()) {
            var latest = latest(succeeded);
            return Part.met(
                    part,
                    subject + Words.count(succeeded.size(), "successful run") + " read or wrote it, the latest of "
                            + Words.brief(latest.job())
                            + latest.at().map(at -> " at " + at).orElse(""));
        }
        var latest = latest(failed.isEmpty() ? touching : failed);
        return failed.isEmpty()
                ? Part.unproven(
                        part,
                        Reason.INCOMPLETE,
                        subject + "no run that reads or writes it has ended, the latest is of "
                                + Words.brief(latest.job()),
                        "Wait for the run to end, and keep its last event")
                : Part.notMet(
                        part,
                        Reason.FAILED,
                        subject + "no run that reads or writes it succeeded, " + Words.count(failed.size())
                                + " failed, the latest of " + Words.brief(latest.job()),
                        "Mend the job " + Words.brief(latest.job()) + " and run it again");
    }

    /** Whether every dataset that the events name is declared. */
    Part undeclared(List<DeclaredDataset> declared) {
        var names =
                declared.stream().flatMap(dataset -> dataset.names().stream()).collect(Collectors.toSet());
        var unknown = seen.stream()
                .filter(dataset -> Name.of(dataset).noneMatch(names::contains))
                .toList();
        var part = unknown.isEmpty()
                ? seen.isEmpty()
                        ? Part.unproven(
                                "undeclared datasets",
                                Reason.MISSING,
                                "Undeclared datasets: the lineage events name no dataset at all",
                                "Let the jobs emit lineage events with their inputs and outputs")
                        : Part.met(
                                "undeclared datasets",
                                "Undeclared datasets: none among the " + Words.count(seen.size(), "dataset")
                                        + " in the lineage events")
                : Part.notMet(
                        "undeclared datasets",
                        Reason.UNDECLARED,
                        "Undeclared datasets: " + Words.count(unknown.size()) + " of "
                                + Words.count(seen.size(), "dataset") + " in the lineage events: " + few(unknown),
                        "Declare " + (unknown.size() == 1 ? "it" : "them")
                                + " under lineage.datasets, or add the names to the aliases of a dataset");
        return part.observing(
                Observation.of("seen", seen.size(), "datasets"),
                Observation.of("undeclared", unknown.size(), "datasets"));
    }

    private List<Dataset> matching(DeclaredDataset declared) {
        var names = Set.copyOf(declared.names());
        return seen.stream()
                .filter(dataset -> Name.of(dataset).anyMatch(names::contains))
                .toList();
    }

    /** The datasets that one name without a namespace stands for, when it stands for several. */
    private Optional<List<Dataset>> ambiguous(DeclaredDataset declared) {
        return declared.names().stream()
                .map(name -> seen.stream()
                        .filter(dataset -> Name.of(dataset).anyMatch(name::equals))
                        .toList())
                .filter(matches -> matches.size() > 1)
                .findFirst();
    }

    private List<Run> touching(List<Dataset> matching) {
        return matching.stream()
                .flatMap(dataset -> runs.getOrDefault(dataset, List.of()).stream())
                .distinct()
                .toList();
    }

    private static Run latest(List<Run> some) {
        return some.stream()
                .max(Comparator.comparing((Run run) -> run.at().orElse(Instant.MIN))
                        .thenComparing(Run::id))
                .orElseThrow();
    }

    private static String few(Iterable<Dataset> datasets) {
        var names = new ArrayList<String>();
        datasets.forEach(dataset -> names.add(dataset.toString()));
        return Words.few(names);
    }
}
