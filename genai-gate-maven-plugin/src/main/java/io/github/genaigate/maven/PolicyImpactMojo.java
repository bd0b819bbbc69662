package io.github.genaigate.maven;

import io.github.genaigate.report.ImpactReport;
import java.io.File;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom a policy would hit, from when, and why: makes the decisions of a folder again, from the facts that each carries, under
 * the policy given. Also as policy-impact.json in the output directory. It never fails because of what would turn red.
 *
 * @since 0.1.0
 */
@Mojo(name = "policy-impact", threadSafe = true, requiresProject = false)
public final class PolicyImpactMojo extends PreviewMojo {

    private static final String FILE = "policy-impact.json";
    private static final String USUAL = "90";

    /**
     * How many days ahead are looked at, 366 at the most.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.DAYS, defaultValue = USUAL)
    private @Nullable String days;

    /**
     * The folder of decision files, with folders below it. Of several decisions about one service the newest counts.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.DECISIONS)
    private @Nullable File decisions;

    @Inject
    PolicyImpactMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    Question question(Settings settings) {
        int horizon = Horizon.of(settings, days, USUAL);
        var folder = settings.commandLine(Settings.DECISIONS)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(decisions).map(File::toPath));
        if (folder.isEmpty()) {
            settings.problem(
                    Settings.DECISIONS, "No folder of decisions is given", "Name one with -D" + Settings.DECISIONS);
        }
        return (gate, request) -> {
            var impact = gate.impact(request, folder.orElseThrow(), horizon);
            var file = keep("impact", request.outputDirectory(), FILE, out -> ImpactReport.json(impact, out));
            tell("policy impact", ImpactReport.lines(impact), impact.problems(), file);
        };
    }
}
