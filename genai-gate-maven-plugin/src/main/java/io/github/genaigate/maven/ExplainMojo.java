package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.report.ExplanationReport;
import java.nio.file.Files;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Explains one requirement: what it demands at each stage, who set each value, how it is proven, what the service has, and the next
 * steps until it is met. Without a requirement it lists those of the policy. It never fails because something is not met.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends RequestMojo {

    /**
     * The id of the requirement; all are listed when left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.REQUIREMENT)
    private @Nullable String requirement;

    @Inject
    ExplainMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    boolean rehearses() {
        return true;
    }

    @Override
    public void execute() throws MojoExecutionException {
        var gate = Gate.of(ExplainMojo.class.getClassLoader());
        var settings = new Settings(build.userProperties());
        var id = settings.first(Settings.REQUIREMENT, requirement);
        var call = call(gate, settings);
        if (!settings.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(
                    System.lineSeparator(),
                    settings.problems().stream().map(Object::toString).toList()));
        }
        var explained = gate.explain(call.request(), id);
        var lines = ExplanationReport.lines(explained);
        if (explained.explanation().isEmpty() && !explained.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(System.lineSeparator(), lines));
        }
        lines.forEach(getLog()::info);
        var manifest = call.request().baseDirectory().resolve(call.request().manifest());
        if (!explained.problems().isEmpty() && Files.exists(manifest)) {
            throw new MojoExecutionException("Policy and manifest cannot be used together: see above");
        }
    }
}
