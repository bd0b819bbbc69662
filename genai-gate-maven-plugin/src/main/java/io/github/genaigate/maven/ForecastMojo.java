package io.github.genaigate.maven;

import io.github.genaigate.report.ForecastReport;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells what turns red on the days to come when nobody does anything, and why: evidence that grows too old, approvals and waivers
 * that end, requirements that come into force. Also as forecast.json in the output directory. It never fails because of that.
 *
 * @since 0.1.0
 */
@Mojo(name = "forecast", threadSafe = true, requiresProject = false)
public final class ForecastMojo extends PreviewMojo {

    private static final String FILE = "forecast.json";
    private static final String USUAL = "30";

    /**
     * How many days are looked at, 366 at the most.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.DAYS, defaultValue = USUAL)
    private @Nullable String days;

    @Inject
    ForecastMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    Question question(Settings settings) {
        int horizon = Horizon.of(settings, days, USUAL);
        return (gate, request) -> {
            var forecast = gate.forecast(request, horizon);
            var file = keep("forecast", request.outputDirectory(), FILE, out -> ForecastReport.json(forecast, out));
            tell("forecast", ForecastReport.lines(forecast), forecast.problems(), file);
        };
    }
}
