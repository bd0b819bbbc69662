package io.github.genaigate.maven;

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
public final class ExplainMojo extends PreviewMojo {

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
    Question question(Settings settings) {
        var id = settings.first(Settings.REQUIREMENT, requirement);
        return (gate, request) -> {
            var explained = gate.explain(request, id);
            var lines = ExplanationReport.lines(explained);
            if (explained.explanation().isEmpty() && !explained.problems().isEmpty()) {
                throw Refusal.because(lines);
            }
            lines.forEach(getLog()::info);
            var manifest = request.baseDirectory().resolve(request.manifest());
            if (!explained.problems().isEmpty() && Files.exists(manifest)) {
                throw new MojoExecutionException("Policy and manifest cannot be used together: see above");
            }
        };
    }
}
