package io.github.genaigate.maven;

import io.github.genaigate.gate.Blessing;
import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.report.ConsoleReport;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Judges the service, and when it is ready writes the decision to the file that the manifest names under
 * <code>baseline</code>, for later ones to be compared with. It does not compare with an earlier baseline, and replaces it.
 * Commit the file: only what is committed counts.
 *
 * @since 0.1.0
 */
@Mojo(name = "bless", threadSafe = true, requiresProject = false)
public final class BlessMojo extends RequestMojo {

    @Inject
    BlessMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    boolean rehearses() {
        return false;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var gate = Gate.of(BlessMojo.class.getClassLoader());
        var call = call(gate, new Settings(build.userProperties()));
        Refusal.of(call.problems());
        var blessing = bless(gate, call.request());
        if (blessing.refusal().isPresent()) {
            throw new MojoFailureException(blessing.refusal().get()
                    + System.lineSeparator()
                    + String.join(System.lineSeparator(), ConsoleReport.summary(blessing.decision(), List.of())));
        }
        getLog().info(ConsoleReport.headline(blessing.decision()));
        getLog().info("Written: " + build.shown(blessing.file().orElseThrow()));
        getLog().info("Next: read it, and commit it; what is not committed is compared with by nobody");
    }

    private static Blessing bless(Gate gate, GateRequest request) throws MojoExecutionException {
        try {
            return gate.bless(request);
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The baseline cannot be written", unwritable);
        }
    }
}
