package io.github.genaigate.maven;

import io.github.genaigate.input.Text;
import io.github.genaigate.model.Share;
import io.github.genaigate.report.PlanReport;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells, before anything is measured, how many requests, minutes or cases the claims of the manifest will take under the
 * policy: as a table, and as plan.json in the output directory. No evidence is opened.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true, requiresProject = false)
public final class PlanMojo extends PreviewMojo {

    private static final String FILE = "plan.json";

    /**
     * How much of the failures that are allowed is assumed to occur in truth, such as <code>50 %</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.FAILING, defaultValue = "50 %")
    private @Nullable String failing;

    /**
     * With which probability the proof shall succeed then.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.PROBABILITY, defaultValue = "80 %")
    private @Nullable String probability;

    @Inject
    PlanMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    Question question(Settings settings) {
        var occurring = share(settings, Settings.FAILING, failing, "50 %");
        var wanted = share(settings, Settings.PROBABILITY, probability, "80 %");
        return (gate, request) -> {
            var plan = gate.plan(request, occurring, wanted);
            var file = keep("plan", request.outputDirectory(), FILE, out -> PlanReport.json(plan, out));
            tell("plan", PlanReport.lines(plan), plan.problems(), file);
        };
    }

    private static Share share(Settings settings, String name, @Nullable String pom, String usual) {
        var text = settings.first(name, pom).orElse(usual);
        var share = Share.parse(text)
                .value()
                .filter(one -> one.complement().fraction().signum() > 0);
        if (share.isEmpty()) {
            settings.problem(
                    name,
                    "The share " + Text.quoted(text) + " cannot be used",
                    "Write a share below 100 %, such as 50 %");
        }
        return share.orElseGet(() -> Share.parse(usual).value().orElseThrow());
    }
}
