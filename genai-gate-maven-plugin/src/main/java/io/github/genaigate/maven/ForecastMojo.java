package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.report.ForecastReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
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
public final class ForecastMojo extends RequestMojo {

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
    boolean rehearses() {
        return true;
    }

    @Override
    public void execute() throws MojoExecutionException {
        var gate = Gate.of(ForecastMojo.class.getClassLoader());
        var settings = new Settings(build.userProperties());
        int horizon = horizon(settings, settings.first(Settings.DAYS, days).orElse(USUAL));
        var call = call(gate, settings);
        if (!settings.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(
                    System.lineSeparator(),
                    settings.problems().stream().map(Object::toString).toList()));
        }
        var forecast = gate.forecast(call.request(), horizon);
        var lines = ForecastReport.lines(forecast);
        var file = write(forecast, call.request().outputDirectory());
        if (!forecast.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(System.lineSeparator(), lines));
        }
        lines.forEach(getLog()::info);
        getLog().info("forecast: " + build.shown(file));
    }

    private static int horizon(Settings settings, String text) {
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= Forecast.LONGEST) {
            return Integer.parseInt(text);
        }
        settings.problem(
                Settings.DAYS,
                "The number of days " + Text.quoted(text) + " cannot be used",
                "Write a whole number from 1 to " + Forecast.LONGEST);
        return 1;
    }

    private Path write(Forecast forecast, Path folder) throws MojoExecutionException {
        try {
            var text = new StringBuilder();
            ForecastReport.json(forecast, text);
            Files.createDirectories(folder);
            var file = folder.resolve(FILE);
            Files.deleteIfExists(file);
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The forecast cannot be written to " + build.shown(folder), unwritable);
        }
    }
}
