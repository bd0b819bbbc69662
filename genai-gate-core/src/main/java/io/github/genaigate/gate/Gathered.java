package io.github.genaigate.gate;

import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Reason;
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
 * @param takenAt when the oldest file was taken; empty when one of them does not say
 * @param binding the loosest of the files
 */
record Gathered(
        Manifest.Evidence declared,
        Lookup<Measurement> measurement,
        Optional<Instant> takenAt,
        Binding binding,
        List<EvidenceGathering.File> files) {

    static Gathered absent(Manifest.Evidence declared, Absence why) {
        return new Gathered(declared, Lookup.absent(why), Optional.empty(), Binding.UNBOUND, List.of());
    }

    static Gathered of(Manifest.Evidence declared, List<EvidenceGathering.File> files) {
        var measurement = files.stream()
                .map(EvidenceGathering.File::measurement)
                .reduce((one, other) -> one.then(mine -> other.then(theirs -> merged(declared, mine, theirs))))
                .orElseThrow();
        boolean dated = files.stream().allMatch(file -> file.takenAt().isPresent());
        return new Gathered(
                declared,
                measurement,
                dated
                        ? files.stream()
                                .flatMap(file -> file.takenAt().stream())
                                .min(Comparator.naturalOrder())
                        : Optional.empty(),
                files.stream()
                        .map(file -> file.bound().binding())
                        .min(Comparator.naturalOrder())
                        .orElse(Binding.UNBOUND),
                files);
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
        var why =
                files.stream().flatMap(file -> file.bound().unbound().stream()).findFirst();
        return Absence.of(
                Reason.WEAK_BINDING,
                "The evidence " + declared.name() + " is " + binding.word() + ", and " + demanded.word()
                        + " is demanded"
                        + why.map(absence -> ": " + absence.message()).orElse(""),
                why.map(Absence::mend).orElse("Commit the evidence after the content that it was taken from"),
                declared.place());
    }

    private Optional<Absence> tooOld(Duration maxAge, Instant clock) {
        if (takenAt.isEmpty()) {
            return Optional.of(Absence.of(
                    Reason.UNVERIFIABLE,
                    "The age of the evidence " + declared.name() + " is not known, and at most " + Spans.format(maxAge)
                            + " is demanded",
                    "Let the tool write times into the file, or commit it",
                    declared.place()));
        }
        if (takenAt.get().plus(maxAge).isBefore(clock)) {
            return Optional.of(Absence.of(
                    Reason.STALE,
                    "The evidence " + declared.name() + " was taken on " + day(takenAt.get()) + ", and is older than "
                            + Spans.format(maxAge),
                    isAboutContent() ? "Run the tool again" : "Fetch it anew, and commit it",
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
