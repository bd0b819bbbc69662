package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A goal that judges: from a decision to lines, reports and the end of the build. */
abstract class GateMojo extends RequestMojo {

    GateMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    final boolean rehearses() {
        return !failing();
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
