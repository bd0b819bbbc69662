package io.github.genaigate.gate;

import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of evidence: its files, and what they measure together.
 *
 * @param takenAt when the oldest file was taken, or in lineage the dataset was proven that was proven longest ago; empty when
 *     a file or that proof does not say
 * @param binding the loosest of the files
 * @param unbound why a file is tied to nothing; empty when all are tied
 */
record Gathered(
        Manifest.Evidence declared,
        Lookup<Measurement> measurement,
        Optional<Instant> takenAt,
        Binding binding,
        Optional<Absence> unbound,
        List<EvidenceGathering.File> files) {

    static Gathered absent(Manifest.Evidence declared, Absence why) {
        return new Gathered(
                declared, Lookup.absent(why), Optional.empty(), Binding.UNBOUND, Optional.empty(), List.of());
    }

    static Gathered of(Manifest.Evidence declared, List<EvidenceGathering.File> files) {
        var all = files.stream()
                .map(EvidenceGathering.File::measurement)
                .reduce((one, other) -> one.then(mine -> other.then(theirs -> merged(declared, mine, theirs))))
                .orElseThrow();
        var measurement = declared.warmUp()
                .map(beginning -> all.then(measured -> without(beginning, declared, measured)))
                .orElse(all);
        return new Gathered(
                declared,
                measurement,
                takenAt(measurement, files),
                files.stream()
                        .map(file -> file.bound().binding())
                        .min(Comparator.naturalOrder())
                        .orElse(Binding.UNBOUND),
                files.stream().flatMap(file -> file.bound().unbound().stream()).findFirst(),
                files);
    }

    private static Optional<Instant> takenAt(Lookup<Measurement> measurement, List<EvidenceGathering.File> files) {
        var proof = oldestProof(measurement);
        if (proof.isPresent()) {
            return proof.get().getValue().at();
        }
        boolean dated = files.stream().allMatch(file -> file.takenAt().isPresent());
        return dated
                ? files.stream().flatMap(file -> file.takenAt().stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /**
     * The dataset that was proven longest ago, with the run that proves it; a run without a time goes before all. Lineage is a
     * log: a fresh event in it says nothing of what the others rest on.
     */
    private static Optional<Map.Entry<Lineage.Dataset, Lineage.Run>> oldestProof(Lookup<Measurement> measurement) {
        return Known.of(measurement)
                .filter(Lineage.class::isInstance)
                .flatMap(lineage -> ((Lineage) lineage)
                        .proofs().entrySet().stream()
                                .min(Comparator.comparing(
                                        proof -> proof.getValue().at().orElse(Instant.MIN))));
    }

    private static Lookup<Measurement> merged(Manifest.Evidence declared, Measurement one, Measurement other) {
        if (!Shape.of(one).equals(Shape.of(other))) {
            return Lookup.absent(Absence.of(
                    Reason.FOREIGN,
                    "The files of the evidence " + declared.name() + " hold "
                            + Shape.of(one).noun() + " and " + Shape.of(other).noun(),
                    "Declare each kind of evidence under a name of its own",
                    declared.place()));
        }
        return Lookup.found(one.merge(other), Assurance.ATTESTED);
    }

    /** The load test without its warm-up, which can be cut off only when all files are together (rule R3). */
    private static Lookup<Measurement> without(Duration beginning, Manifest.Evidence declared, Measurement all) {
        if (!(all instanceof Samples samples)) {
            return Lookup.absent(Absence.of(
                    Reason.FOREIGN,
                    "The evidence " + declared.name() + " declares a warm-up and holds "
                            + Shape.of(all).noun() + ", not " + Shape.SAMPLES.noun(),
                    "Remove warmUp from it",
                    declared.place()));
        }
        return samples.isTimed()
                ? Lookup.found(samples.without(beginning), Assurance.ATTESTED)
                : Lookup.doubtful(
                        samples,
                        Assurance.ATTESTED,
                        Absence.of(
                                Reason.INCOMPLETE,
                                "The evidence " + declared.name()
                                        + " does not tell when each request began, so that its" + " warm-up of "
                                        + Spans.format(beginning) + " cannot be left out",
                                "Name evidence that tells the time of each request, or remove warmUp from it",
                                declared.place()));
    }

    /**
     * What a requirement may rest on.
     *
     * @param ages the greatest age of evidence that is not about the content, by its name
     */
    Lookup<Measurement> under(Settings settings, Map<String, Duration> ages, Instant clock) {
        var result = measurement;
        var maxAge = maxAge(settings, ages);
        if (maxAge.isPresent()) {
            result = tooOld(maxAge.get(), clock).map(result::refusedFor).orElse(result);
        }
        var demanded = settings.find(CommonSettings.BINDING).filter(any -> isAboutContent());
        if (demanded.isPresent() && binding.compareTo(demanded.get()) < 0) {
            result = result.refusedFor(weakBinding(demanded.get()));
        }
        return Assured.atLeast(result, settings, "The evidence " + declared.name(), declared.place());
    }

    /** The greatest age that a requirement with these settings allows. */
    Optional<Duration> maxAge(Settings settings, Map<String, Duration> ages) {
        return isAboutContent()
                ? settings.find(CommonSettings.MAX_AGE)
                : Optional.ofNullable(ages.get(declared.name()));
    }

    private boolean isAboutContent() {
        return Known.of(measurement).map(Measurement::isAboutContent).orElse(true);
    }

    private Absence weakBinding(Binding demanded) {
        return Absence.of(
                unbound.map(Absence::reason).filter(Reason.NOT_RECORDED::equals).orElse(Reason.WEAK_BINDING),
                "The evidence " + declared.name() + " is " + binding.word() + ", and " + demanded.word()
                        + " is demanded"
                        + unbound.map(absence -> ": " + absence.message()).orElse(""),
                unbound.map(Absence::mend).orElse("Commit the evidence after the content that it was taken from"),
                declared.place());
    }

    private Optional<Absence> tooOld(Duration maxAge, Instant clock) {
        var run = oldestProof(measurement)
                .map(proof -> "the last successful run in the evidence " + declared.name() + " that read or wrote "
                        + Text.shortened(proof.getKey().toString()));
        if (takenAt.isEmpty()) {
            return Optional.of(Absence.of(
                    Reason.UNVERIFIABLE,
                    "The age of " + run.orElse("the evidence " + declared.name()) + " is not known, and at most "
                            + Spans.format(maxAge) + " is demanded",
                    "Let the tool write times into the file" + (run.isEmpty() ? ", or commit it" : ""),
                    declared.place()));
        }
        if (takenAt.get().plus(maxAge).isBefore(clock)) {
            return Optional.of(Absence.of(
                    Reason.STALE,
                    run.map(which -> "T" + which.substring(1) + " was on ")
                                    .orElse("The evidence " + declared.name() + " was taken on ")
                            + day(takenAt.get()) + ", and is older than " + Spans.format(maxAge),
                    Known.of(measurement).map(Measurement::renewal).orElse("Run the tool again"),
                    declared.place()));
        }
        return Optional.empty();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A declaration that no requirement asks for; its files are not opened. */
    static EvidenceFile unasked(Manifest.Evidence declared) {
        return new EvidenceFile(
                declared.name(),
                declared.path(),
                declared.format(),
                Optional.empty(),
                Optional.empty(),
                Assurance.DECLARED,
                Binding.UNBOUND,
                "not-read");
    }

    /** For the decision. */
    List<EvidenceFile> described() {
        if (files.isEmpty()) {
            return List.of(new EvidenceFile(
                    declared.name(),
                    declared.path(),
                    declared.format(),
                    Optional.empty(),
                    Optional.empty(),
                    measurement.assurance(),
                    binding,
                    measurement.absence().map(why -> why.reason().word()).orElse("read")));
        }
        return files.stream()
                .map(file -> new EvidenceFile(
                        declared.name(),
                        file.path(),
                        file.format(),
                        file.sha256(),
                        file.takenAt(),
                        file.measurement().assurance(),
                        file.bound().binding(),
                        file.measurement()
                                .absence()
                                .map(why -> why.reason().word())
                                .orElse("read")))
                .toList();
    }
}
