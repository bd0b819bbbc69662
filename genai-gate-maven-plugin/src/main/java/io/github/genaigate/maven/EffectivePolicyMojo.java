package io.github.genaigate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Shows the policy with all its layers merged, and for each value the layer, file and line that set it; also as
 * effective-policy.yaml in the output directory, which is a policy itself. Neither a manifest nor evidence is opened.
 *
 * @since 0.1.0
 */
@Mojo(name = "effective-policy", threadSafe = true, requiresProject = false)
public final class EffectivePolicyMojo extends PreviewMojo {

    private static final String FILE = "effective-policy.yaml";

    @Inject
    EffectivePolicyMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    Question question(Settings settings) {
        return (gate, request) -> {
            var policy = gate.effectivePolicy(request);
            var file = clear(request.outputDirectory());
            Refusal.of(policy.problems());
            write(policy.lines(), file);
            policy.lines().forEach(getLog()::info);
            getLog().info("effective policy: " + build.shown(file));
        };
    }

    /** No earlier policy is left standing for one that cannot be used. */
    private Path clear(Path folder) throws MojoExecutionException {
        var file = folder.resolve(FILE);
        try {
            Files.deleteIfExists(file);
            return file;
        } catch (IOException unwritable) {
            throw new MojoExecutionException("An earlier policy cannot be removed: " + build.shown(file), unwritable);
        }
    }

    private void write(List<String> lines, Path file) throws MojoExecutionException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The policy cannot be written to " + build.shown(file), unwritable);
        }
    }
}
