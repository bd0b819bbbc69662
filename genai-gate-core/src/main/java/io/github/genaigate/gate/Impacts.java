package io.github.genaigate.gate;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the decisions of a folder again under a candidate policy, on all cores, one decision in memory for each.
 *
 * @param folder of decision files, with folders below it; links are not followed
 * @param clock today
 * @param days how many days ahead are looked at
 */
record Impacts(Gate gate, Policy policy, Path folder, Clock clock, int days) {

    private static final long LARGEST = 16L << 20;

    /** What is read of each file before it is known which is the newest of a service. */
    private record Candidate(Path file, String service, Instant evaluatedAt) {}

    /** One file: a candidate, or why it is none. */
    private record Looked(Optional<Candidate> candidate, Optional<Problem> problem) {}

    Impact impact() {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException broken) {
            return refused("The folder of decisions cannot be read", "Name a folder that holds decision files");
        }
        var looked = files.parallelStream().map(this::look).toList();
        var newest = newest(looked);
        if (newest.isEmpty()) {
            return refused(
                    "The folder of decisions holds no decision that can be used, of " + files.size() + " files",
                    "Keep decision.json of each service there");
        }
        var judged = newest.parallelStream().map(this::judge).toList();
        int usable =
                (int) looked.stream().filter(one -> one.candidate().isPresent()).count();
        return new Impact(
                policy.identity(),
                clock.at(),
                days,
                judged.stream().flatMap(one -> one.service().stream()).toList(),
                usable - newest.size(),
                Stream.concat(
                                looked.stream().flatMap(one -> one.problem().stream()),
                                judged.stream().flatMap(one -> one.problem().stream()))
                        .sorted()
                        .toList(),
                List.of());
    }

    private Impact refused(String what, String mend) {
        return new Impact(
                policy.identity(),
                clock.at(),
                days,
                List.of(),
                0,
                List.of(),
                List.of(new Problem(Place.of("genai-gate.decisions"), what, mend)));
    }

    private String shown(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private Looked look(Path file) {
        try (var in = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST) {
                return unusable(
                        file,
                        "It is larger than " + (LARGEST >> 20) + " MiB, as no decision is",
                        "Keep decision.json as the gate wrote it");
            }
            var decision = RecordedDecision.read(in, false);
            if (decision.rehearsal()) {
                return unusable(
                        file,
                        "It is a rehearsal by another clock, which decides nothing",
                        "Keep the decisions of genai-gate:check");
            }
            return decision.service().isEmpty()
                    ? unusable(
                            file,
                            "It is about no service, because its manifest could not be used",
                            "Run the gate again")
                    : new Looked(
                            Optional.of(new Candidate(file, decision.service(), decision.evaluatedAt())),
                            Optional.empty());
        } catch (RefusedException refused) {
            return unusable(file, refused.what(), refused.mend());
        } catch (IOException unreadable) {
            return unusable(file, "It cannot be read", "Allow the build to read it");
        }
    }

    private Looked unusable(Path file, String what, String mend) {
        return new Looked(Optional.empty(), Optional.of(new Problem(Place.of(shown(file)), what, mend)));
    }

    /** Of each service the newest, by name; of two of one moment the last in the order of the files. */
    private static List<Candidate> newest(List<Looked> looked) {
        return looked.stream()
                .flatMap(one -> one.candidate().stream())
                .collect(Collectors.toMap(
                        Candidate::service,
                        one -> one,
                        (one, other) -> other.evaluatedAt().isBefore(one.evaluatedAt()) ? one : other,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Candidate::service))
                .toList();
    }

    /** A service under the candidate, or why nothing can be said of it. */
    private record Judged(Optional<Impact.Service> service, Optional<Problem> problem) {}

    private Judged judge(Candidate candidate) {
        try (var in = Files.newInputStream(candidate.file())) {
            return new Judged(Optional.of(judge(candidate, RecordedDecision.read(in, true))), Optional.empty());
        } catch (RefusedException refused) {
            return new Judged(
                    Optional.empty(),
                    unusable(candidate.file(), refused.what(), refused.mend()).problem());
        } catch (IOException unreadable) {
            return new Judged(
                    Optional.empty(),
                    unusable(candidate.file(), "It cannot be read", "Allow the build to read it")
                            .problem());
        }
    }

    private Impact.Service judge(Candidate candidate, RecordedDecision decision) {
        if (decision.facts().isEmpty() || decision.asked().isEmpty()) {
            var unknown = Recorded.unknown("anything: the decision carries no facts");
            return service(
                    candidate,
                    decision,
                    Impact.Change.CANNOT_TELL,
                    Optional.empty(),
                    List.of(new Impact.Red("", false, unknown.message(), unknown.mend())));
        }
        var replay =
                Replay.of(gate, policy, decision.facts().get(), decision.asked().get());
        if (replay.value().isEmpty()) {
            return service(
                    candidate,
                    decision,
                    decision.verdict() == Verdict.READY ? Impact.Change.TURNS_RED : Impact.Change.STAYS_RED,
                    Optional.of(today()),
                    replay.problems().stream()
                            .map(problem ->
                                    new Impact.Red("", true, problem.place() + ": " + problem.what(), problem.mend()))
                            .toList());
        }
        var days = new Days(replay.value().get(), decision);
        return days.service(candidate);
    }

    private LocalDate today() {
        return clock.today();
    }

    private Impact.Service service(
            Candidate candidate,
            RecordedDecision decision,
            Impact.Change change,
            Optional<LocalDate> from,
            List<Impact.Red> red) {
        return new Impact.Service(
                candidate.service(),
                shown(candidate.file()),
                decision.verdict(),
                decision.evaluatedAt(),
                change,
                from,
                from.isPresent()
                        && decision.validUntil().filter(from.get()::isAfter).isPresent(),
                red);
    }

    /**
     * One service on the days to come. Time alone makes nothing better, so that the first red day is found by
     * halving, from the days that are likely.
     */
    private final class Days {

        private final Replay replay;
        private final RecordedDecision decision;
        private final Map<Integer, List<Impact.Red>> known = new LinkedHashMap<>();

        Days(Replay replay, RecordedDecision decision) {
            this.replay = replay;
            this.decision = decision;
        }

        Impact.Service service(Candidate candidate) {
            boolean was = decision.verdict() == Verdict.READY;
            var first = first();
            if (first.isEmpty()) {
                return Impacts.this.service(
                        candidate,
                        decision,
                        was ? Impact.Change.STAYS_GREEN : Impact.Change.TURNS_GREEN,
                        Optional.empty(),
                        List.of());
            }
            int day = first.getAsInt();
            var red = red(day);
            boolean certain = red.stream().anyMatch(Impact.Red::known);
            var change = !certain
                    ? Impact.Change.CANNOT_TELL
                    : was ? Impact.Change.TURNS_RED : day == 0 ? Impact.Change.STAYS_RED : Impact.Change.TURNS_GREEN;
            return Impacts.this.service(candidate, decision, change, Optional.of(today().plusDays(day)), red);
        }

        private OptionalInt first() {
            int green = -1;
            int red = days + 1;
            for (int likely : likely()) {
                if (green < likely && likely < red) {
                    if (red(likely).isEmpty()) {
                        green = likely;
                    } else {
                        red = likely;
                    }
                }
            }
            while (red - green > 1) {
                int middle = (green + red) >>> 1;
                if (red(middle).isEmpty()) {
                    green = middle;
                } else {
                    red = middle;
                }
            }
            return red > days ? OptionalInt.empty() : OptionalInt.of(red);
        }

        /** A policy that changes nothing for the service leaves it as it is: red, or green to the day that was foretold. */
        private List<Integer> likely() {
            if (decision.verdict() != Verdict.READY) {
                return List.of(0, days);
            }
            return decision.validUntil()
                    .map(last -> ChronoUnit.DAYS.between(today(), last) + 1)
                    .filter(end -> end >= 0 && end <= days)
                    .map(Long::intValue)
                    .map(end -> List.of(end, end - 1, days))
                    .orElse(List.of(days));
        }

        private List<Impact.Red> red(int day) {
            return known.computeIfAbsent(day, this::judged);
        }

        private List<Impact.Red> judged(int day) {
            var at = clock(day);
            var assessment = replay.atAsked(at);
            var red = new ArrayList<Impact.Red>();
            for (Finding finding : replay.blocking(assessment).values()) {
                red.add(new Impact.Red(
                        finding.requirement(),
                        !replay.cannotTell(finding, at),
                        finding.judgement().message(),
                        finding.judgement().mend().orElse("")));
            }
            if (red.isEmpty() && !replay.checkedSomething(assessment)) {
                red.add(new Impact.Red("", true, "Nothing would be checked", "Demand something of the service"));
            }
            return red;
        }

        /** A decision of the future is judged by its own clock. */
        private Clock clock(int day) {
            var at = day == 0
                    ? clock.at()
                    : today().plusDays(day).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
            return new Clock(at.isBefore(decision.evaluatedAt()) ? decision.evaluatedAt() : at, false, List.of());
        }
    }
}
