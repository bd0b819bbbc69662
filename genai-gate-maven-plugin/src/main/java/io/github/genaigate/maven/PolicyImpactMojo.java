package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.model.Impact;
import io.github.genaigate.report.ImpactReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
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
public final class PolicyImpactMojo extends RequestMojo {

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
    boolean rehearses() {
        return true;
    }

    @Override
    public void execute() throws MojoExecutionException {
        var gate = Gate.of(PolicyImpactMojo.class.getClassLoader());
        var settings = new Settings(build.userProperties());
        int horizon = horizon(settings, settings.first(Settings.DAYS, days).orElse(USUAL));
        var folder = settings.commandLine(Settings.DECISIONS)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(decisions).map(File::toPath));
        if (folder.isEmpty()) {
            settings.problem(
                    Settings.DECISIONS, "No folder of decisions is given", "Name one with -D" + Settings.DECISIONS);
        }
        var call = call(gate, settings);
        if (!settings.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(
                    System.lineSeparator(),
                    settings.problems().stream().map(Object::toString).toList()));
        }
        var impact = gate.impact(call.request(), folder.orElseThrow(), horizon);
        var lines = ImpactReport.lines(impact);
        var file = write(impact, call.request().outputDirectory());
        if (!impact.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(System.lineSeparator(), lines));
        }
        lines.forEach(getLog()::info);
        getLog().info("policy impact: " + build.shown(file));
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

    private Path write(Impact impact, Path folder) throws MojoExecutionException {
        try {
            var text = new StringBuilder();
            ImpactReport.json(impact, text);
            Files.createDirectories(folder);
            var file = folder.resolve(FILE);
            Files.deleteIfExists(file);
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The impact cannot be written to " + build.shown(folder), unwritable);
        }
    }
}
