package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.suite.PolicySuite;
import io.github.genaigate.model.SuiteResult;
import io.github.genaigate.report.SuiteReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Tests a policy: judges the service or the recorded decision of each case, and fails when the policy says something else of one than the suite expects,
 * when there is no case, or when too few requirements are turned red by some case.
 *
 * @since 0.1.0
 */
@Mojo(name = "test-policy", defaultPhase = LifecyclePhase.TEST, threadSafe = true, requiresProject = false)
public final class TestPolicyMojo extends AbstractMojo {

    private static final String USUAL = "src/test/genai-gate/policy-tests.yaml";

    /** As build servers look for it. */
    private static final String FILE = "TEST-policy.xml";

    /**
     * The suite of tests, relative to the module's folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.SUITE, defaultValue = USUAL)
    private @Nullable String suite;

    /**
     * The folder for the report and for the services of the cases, <code>genai-gate</code> in the build directory when left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

    /** Handed in by Maven, for policies that are artifacts. */
    private final RepositorySystem repositories;

    private final ProjectBuilder projects;
    private final Build build;

    @Inject
    TestPolicyMojo(MavenSession session, MavenProject project, RepositorySystem repositories, ProjectBuilder projects) {
        this.repositories = repositories;
        this.projects = projects;
        this.build = new Build(session, project);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var settings = new Settings(build.userProperties());
        var file = settings.commandLine(Settings.SUITE)
                .map(build::resolve)
                .orElseGet(
                        () -> build.folder().resolve(Optional.ofNullable(suite).orElse(USUAL)));
        var output = settings.commandLine(Settings.OUTPUT_DIRECTORY)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(outputDirectory).map(File::toPath))
                .orElseGet(() -> build.output(build.folder()));
        Refusal.of(settings.problems());
        var result = run(file, output);
        SuiteReport.lines(result).forEach(result.passed() ? getLog()::info : getLog()::error);
        if (!result.problems().isEmpty()) {
            throw new MojoExecutionException("The suite " + build.shown(file) + " cannot be used");
        }
        if (!result.passed()) {
            throw new MojoFailureException("The policy is not as " + build.shown(file) + " expects");
        }
    }

    private SuiteResult run(Path file, Path output) throws MojoExecutionException {
        var scratch = output.resolve("policy-tests");
        var report = output.resolve(FILE);
        try {
            Files.deleteIfExists(report);
            clear(scratch);
            var result = new PolicySuite(
                            Gate.of(TestPolicyMojo.class.getClassLoader()), build.artifacts(repositories, projects))
                    .run(file, scratch);
            Files.createDirectories(output);
            Files.writeString(report, SuiteReport.junit(result));
            return result;
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The tests cannot be run in " + build.shown(output), unwritable);
        }
    }

    /** Services that an earlier run left must not be judged with those of this one. */
    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
