package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.gate.Starter;
import io.github.genaigate.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes a commented starter manifest from what the folder holds. It never overwrites one.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", threadSafe = true, requiresProject = false)
public final class InitMojo extends AbstractMojo {

    /**
     * The manifest to write, relative to the base directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.MANIFEST, defaultValue = GateRequest.MANIFEST)
    private @Nullable String manifest;

    /**
     * The folder to look through and to write to; the module's folder when left out.
     *
     * @since 0.1.0
     */
    @Parameter(property = Settings.BASE_DIRECTORY)
    private @Nullable File baseDirectory;

    private final Build build;

    /** Runs a goal wherever it is written, whether or not a POM or the user's settings know the plugin. */
    private final String command;

    @Inject
    InitMojo(MavenSession session, MavenProject project, MojoExecution running) {
        this.build = new Build(session, project);
        this.command = "mvn " + running.getGroupId() + ":" + running.getArtifactId() + ":" + running.getVersion();
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var settings = new Settings(build.userProperties());
        var folder = settings.commandLine(Settings.BASE_DIRECTORY)
                .map(build::resolve)
                .or(() -> Optional.ofNullable(baseDirectory).map(File::toPath))
                .orElseGet(build::folder);
        var file = folder.resolve(settings.first(Settings.MANIFEST, manifest).orElse(GateRequest.MANIFEST));
        if (!settings.problems().isEmpty()) {
            throw new MojoExecutionException(settings.problems().stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        try {
            var text = Starter.of(Gate.of(InitMojo.class.getClassLoader()), folder, build.name(folder), command);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new MojoFailureException(
                    build.shown(file) + " is there already, and is not overwritten; remove it first to begin anew");
        } catch (IOException unwritable) {
            throw new MojoExecutionException(build.shown(file) + " cannot be written", unwritable);
        }
        getLog().info("Written: " + build.shown(file));
        getLog().info("Next: read it, set the numbers, then run " + command + ":check");
    }
}
