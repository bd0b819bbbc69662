package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that judges: from parameters to a request, and from a decision to lines, reports and the end of the build. */
abstract class GateMojo extends AbstractMojo {

    /**
     * The manifest, relative to the base directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.MANIFEST, defaultValue = GateRequest.MANIFEST)
    private @Nullable String manifest;

    /**
     * The policies that hold side by side: files, absolute or relative to the base directory, or
     * <code>builtin:baseline</code>, which holds when none is named. Those of the command line and those of the POM hold
     * together.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.POLICY)
    private @Nullable List<String> policy;

    /**
     * The SHA-256, in hexadecimal, that all layers of the policy must have together; every decision tells it. A pin on the
     * command line makes a policy that lies in the repository as good as one from outside. One in the POM is refused: whoever
     * changes the policy could change it as well.
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
     * the project that the manifest belongs to, or <code>target/genai-gate</code> beside the manifest.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

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
    private boolean skip;

    private final Build build;

    GateMojo(MavenSession session, MavenProject project) {
        this.build = new Build(session, project);
    }

    /** Whether a service that is not ready fails the build. */
    abstract boolean failing();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        var gate = Gate.of(GateMojo.class.getClassLoader());
        var call = call(gate, new Settings(build.userProperties()));
        if (!build.first(call.identity(failing() ? "check" : "report"))) {
            getLog().info(build.shown(call.manifest()) + " is judged once in this build, by another module");
            return;
        }
        if (call.fromAbove()) {
            getLog().info("No " + call.request().manifest() + " in " + build.shown(build.folder()) + ", so "
                    + build.shown(call.manifest()) + " is judged");
        }
        clear(gate, call);
        var decision = decide(gate, call);
        var files = write(gate, call, decision);
        var console = new Console(decision, files);
        console.show(getLog(), build.colour(), failing());
        if (decision.verdict() == Verdict.NOT_READY) {
            conclude(call, decision, console);
        }
    }

    private Call call(Gate gate, Settings settings) {
        var name = settings.first(Settings.MANIFEST, manifest).orElse(GateRequest.MANIFEST);
        var given = givenFolder(settings);
        var base = given.orElseGet(() -> ManifestFolder.of(build.folder(), name));
        var output = settings.commandLine(Settings.OUTPUT_DIRECTORY)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(outputDirectory).map(File::toPath))
                .orElseGet(() -> build.output(base));
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
                !failing() && clock.isPresent(),
                output);
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

    private static Decision decide(Gate gate, Call call) {
        if (!call.problems().isEmpty()) {
            return gate.refuse(call.request(), call.problems());
        }
        return call.skipped().map(why -> gate.skip(call.request(), why)).orElseGet(() -> gate.decide(call.request()));
    }

    /** First of all: whatever stops the gate, no verdict of an earlier run is left standing. */
    private void clear(Gate gate, Call call) throws MojoExecutionException {
        try {
            gate.clear(call.request().outputDirectory());
        } catch (IOException stuck) {
            throw new MojoExecutionException(
                    "The reports of an earlier run cannot be removed from "
                            + build.shown(call.request().outputDirectory()),
                    stuck);
        }
    }

    private List<String> write(Gate gate, Call call, Decision decision) throws MojoExecutionException {
        var folder = call.request().outputDirectory();
        try {
            return gate.write(decision, folder, call.reports()).stream()
                    .map(build::shown)
                    .toList();
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "The reports cannot be written to " + build.shown(folder) + ", so there is no verdict", unwritable);
        }
    }

    private void conclude(Call call, Decision decision, Console console)
            throws MojoExecutionException, MojoFailureException {
        if (!call.problems().isEmpty() || (failing() && !decision.problems().isEmpty())) {
            throw new MojoExecutionException(console.summary());
        }
        if (failing()) {
            throw new MojoFailureException(console.summary());
        }
    }
}
