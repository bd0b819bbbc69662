package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.policy.Artifacts;
import io.github.genaigate.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal with a question to the gate: from parameters to a request. */
abstract class RequestMojo extends AbstractMojo {

    /**
     * The manifest, relative to the base directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.MANIFEST, defaultValue = GateRequest.MANIFEST)
    private @Nullable String manifest;

    /**
     * The policies that hold side by side: files, absolute or relative to the base directory, artifacts as
     * <code>maven:group:artifact:version</code>, or <code>builtin:baseline</code>, which holds when none is named. Artifacts are
     * looked for in the repositories of the settings, never in those of the POM. Those of the command line and those of the
     * POM hold together.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.POLICY)
    private @Nullable List<String> policy;

    /**
     * The SHA-256, in hexadecimal, that all layers of the policy must have together, with the files that they name; every
     * decision tells it. A pin on the command line makes a policy that lies in the repository as good as one from outside. A
     * snapshot must be pinned, and so must an artifact that was only installed on this machine. One in the POM is refused:
     * whoever changes the policy could change it as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.POLICY_DIGEST)
    private @Nullable String policyDigest;

    /**
     * A later stage to ask for than the manifest does. An earlier one is accepted only from the command line, and only
     * where the policy allows it.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.STAGE)
    private @Nullable String stage;

    /**
     * The time to judge by, as <code>2026-12-15T10:00:00Z</code>, or as <code>2026-12-15</code> for the end of that day in
     * UTC. The real time when left out. One in the POM is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.AS_OF)
    private @Nullable String asOf;

    /**
     * The folder of the manifest; no evidence lies outside of it. When left out it is the module's folder, or the nearest
     * folder above it, up to the root of the repository, that holds a manifest. The POM may only name a folder in the module.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.BASE_DIRECTORY)
    private @Nullable File baseDirectory;

    /**
     * The folder for the decision and the reports. When left out it is <code>genai-gate</code> in the build directory of
     * the project that the manifest belongs to, or <code>target/genai-gate</code> beside the manifest. No link of the tree
     * under judgement leads there.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

    /**
     * A folder of decision files of earlier runs, by which is told how many sets of evidence were judged for the same content.
     * A policy may demand it. One in the POM is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.EARLIER_DECISIONS)
    private @Nullable File earlierDecisions;

    /**
     * The ids of the reports to write, all when left out. The decision itself, <code>decision.json</code>, is always
     * written.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.REPORTS)
    private @Nullable List<String> reports;

    /**
     * Whether not to look at all. It leaves a decision SKIPPED, which is not READY; a policy may forbid it.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.SKIP, defaultValue = "false")
    private @Nullable String skip;

    /** Handed in by Maven behind the constructors, so that no goal has to pass it on. */
    @Inject
    private @Nullable RepositorySystem repositories;

    @Inject
    private @Nullable ProjectBuilder projects;

    /** What the goal needs to know of Maven. */
    final Build build;

    RequestMojo(MavenSession session, MavenProject project) {
        this.build = new Build(session, project);
    }

    /** Whether any clock is accepted, at the price that nothing is ready by another than the real one. */
    abstract boolean rehearses();

    /** What this execution is to do. */
    final Call call(Gate gate, Settings settings) {
        var name = settings.first(Settings.MANIFEST, manifest).orElse(GateRequest.MANIFEST);
        var given = givenFolder(settings);
        var base = given.orElseGet(() -> ManifestFolder.of(build.folder(), name));
        build.arguments(base).ifPresent(settings::refuse);
        var output = settings.commandLine(Settings.OUTPUT_DIRECTORY)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(outputDirectory).map(File::toPath))
                .orElseGet(() -> output(settings, base));
        var clock = settings.onlyCommandLine(Settings.AS_OF, asOf).flatMap(text -> time(settings, text));
        var request = new GateRequest(
                base,
                name,
                settings.both(Settings.POLICY, policy),
                settings.onlyCommandLine(Settings.POLICY_DIGEST, policyDigest),
                settings.commandLine(Settings.STAGE),
                Optional.ofNullable(stage),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                clock,
                rehearses() && clock.isPresent(),
                output,
                settings.onlyCommandLine(
                                Settings.EARLIER_DECISIONS,
                                earlierDecisions == null ? null : earlierDecisions.toString())
                        .map(build::resolve),
                artifacts());
        var wanted = settings.firstList(Settings.REPORTS, reports);
        Optional<String> skipped = settings.flag(Settings.SKIP, skip)
                ? Optional.of("skipped by " + settings.source(Settings.SKIP))
                : Optional.empty();
        return new Call(
                request,
                formats(gate, settings, wanted),
                skipped,
                given.isEmpty() && !base.equals(build.folder()),
                settings.problems());
    }

    private Artifacts artifacts() {
        return repositories == null || projects == null ? Artifacts.none() : build.artifacts(repositories, projects);
    }

    /** Where nobody says otherwise; never where a link in a foreign tree leads. */
    private Path output(Settings settings, Path base) {
        var output = build.output(base);
        if (!build.isForeign(base) || !Links.between(base, output)) {
            return output;
        }
        settings.problem(
                Place.of(build.shown(output)),
                "The folder for the decision is reached through a link of the tree under judgement",
                "Name another folder on the command line with -D" + Settings.OUTPUT_DIRECTORY);
        return build.output(build.folder());
    }

    /** The POM of one service must not have another one judged in its place. */
    private Optional<Path> givenFolder(Settings settings) {
        var pom = settings.pom(Settings.BASE_DIRECTORY, baseDirectory).map(File::toPath);
        if (pom.filter(folder -> !build.holds(folder)).isPresent()) {
            settings.problem(
                    Settings.BASE_DIRECTORY,
                    "The folder " + build.shown(pom.get()) + " does not lie in the module",
                    "Leave it out, because a manifest above the module is found by itself, or give it on the command line");
            return Optional.empty();
        }
        return settings.commandLine(Settings.BASE_DIRECTORY).map(build::resolve).or(() -> pom);
    }

    private static Optional<Instant> time(Settings settings, String text) {
        var time = Clock.parse(text);
        if (time.isEmpty()) {
            settings.problem(
                    Settings.AS_OF,
                    "The time " + Text.quoted(text) + " cannot be read",
                    "Write it as 2026-12-15, or as 2026-12-15T10:00:00Z");
        }
        return time;
    }

    /** The ids of the reports to write; all when one is not known. */
    private static List<String> formats(Gate gate, Settings settings, List<String> wanted) {
        var known = gate.reports().stream().map(Report::format).toList();
        wanted.stream()
                .filter(format -> !known.contains(format))
                .forEach(format -> settings.problem(
                        Settings.REPORTS,
                        "There is no report " + Text.quoted(format),
                        Names.nearest(format, known)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Take some of " + String.join(", ", known))));
        return wanted.isEmpty() || !known.containsAll(wanted) ? known : wanted;
    }
}
