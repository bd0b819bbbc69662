package io.github.genaigate.maven;

import io.github.genaigate.report.ComparisonReport;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a candidate is equal to the policy held, stricter, looser or neither, value by value; also as compare-policies.json
 * in the output directory. Neither a manifest nor evidence is opened.
 *
 * @since 0.1.0
 */
@Mojo(name = "compare-policies", threadSafe = true, requiresProject = false)
public final class ComparePoliciesMojo extends PreviewMojo {

    private static final String FILE = "compare-policies.json";

    /**
     * The policies that are compared with those held, side by side: files, absolute or relative to the base directory, or
     * <code>builtin:baseline</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.CANDIDATE)
    private @Nullable List<String> candidate;

    /**
     * Whether the build fails unless the candidate is at least as strict as the policy held.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.AT_LEAST_AS_STRICT, defaultValue = "false")
    private @Nullable String atLeastAsStrict;

    @Inject
    ComparePoliciesMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    Question question(Settings settings) {
        var candidates = settings.firstList(Settings.CANDIDATE, candidate);
        if (candidates.isEmpty()) {
            settings.problem(
                    Settings.CANDIDATE,
                    "No policy is given to compare with the one held",
                    "Name one with -D" + Settings.CANDIDATE);
        }
        boolean demanded = settings.flag(Settings.AT_LEAST_AS_STRICT, atLeastAsStrict);
        return (gate, request) -> {
            var comparison = gate.compare(request, candidates);
            var file =
                    keep("comparison", request.outputDirectory(), FILE, out -> ComparisonReport.json(comparison, out));
            tell("comparison", ComparisonReport.lines(comparison), comparison.problems(), file);
            if (demanded && !comparison.atLeastAsStrict()) {
                throw new MojoFailureException("The candidate is not at least as strict as the policy held");
            }
        };
    }
}
