package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.report.ComparisonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
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
public final class ComparePoliciesMojo extends RequestMojo {

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
    private boolean atLeastAsStrict;

    @Inject
    ComparePoliciesMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    boolean rehearses() {
        return true;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var gate = Gate.of(ComparePoliciesMojo.class.getClassLoader());
        var settings = new Settings(build.userProperties());
        var candidates = settings.firstList(Settings.CANDIDATE, candidate);
        if (candidates.isEmpty()) {
            settings.problem(
                    Settings.CANDIDATE,
                    "No policy is given to compare with the one held",
                    "Name one with -D" + Settings.CANDIDATE);
        }
        boolean demanded = settings.flag(Settings.AT_LEAST_AS_STRICT, atLeastAsStrict);
        var call = call(gate, settings);
        if (!settings.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(
                    System.lineSeparator(),
                    settings.problems().stream().map(Object::toString).toList()));
        }
        var comparison = gate.compare(call.request(), candidates);
        var lines = ComparisonReport.lines(comparison);
        var file = write(comparison, call.request().outputDirectory());
        if (!comparison.problems().isEmpty()) {
            throw new MojoExecutionException(String.join(System.lineSeparator(), lines));
        }
        lines.forEach(getLog()::info);
        getLog().info("comparison: " + build.shown(file));
        if (demanded && !comparison.atLeastAsStrict()) {
            throw new MojoFailureException("The candidate is not at least as strict as the policy held");
        }
    }

    private Path write(Comparison comparison, Path folder) throws MojoExecutionException {
        try {
            var text = new StringBuilder();
            ComparisonReport.json(comparison, text);
            Files.createDirectories(folder);
            var file = folder.resolve(FILE);
            Files.deleteIfExists(file);
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The comparison cannot be written to " + build.shown(folder), unwritable);
        }
    }
}
