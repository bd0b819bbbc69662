package io.github.genaigate.maven;

import io.github.genaigate.policy.Artifacts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.eclipse.aether.RepositorySystem;

/** What the gate needs to know of Maven: folders, the command line, the terminal, and what other modules did. */
final class Build {

    private static final String JUDGED = "io.github.genaigate.judged/";

    /** In Maven 4 the second one as well. */
    private static final List<String> ARGUMENTS = List.of("maven.config", "maven-user.properties");

    private final MavenSession session;
    private final MavenProject project;

    Build(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    Properties userProperties() {
        return session.getUserProperties();
    }

    /** The module's folder, or without a POM the one in which Maven runs. */
    Path folder() {
        return folder(project).orElseGet(this::root);
    }

    /** Whether a folder lies in the module's, links resolved. */
    boolean holds(Path other) {
        return real(other).startsWith(real(folder()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /**
     * What the tree under judgement adds to the command line in its folder {@code .mvn}, as one text; empty when Maven runs
     * elsewhere. Maven does not tell it from what was typed.
     */
    Optional<String> arguments(Path base) {
        return Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                .map(File::toPath)
                .filter(top -> ManifestFolder.same(real(top), real(base)))
                .map(top -> ARGUMENTS.stream()
                        .map(top.resolve(".mvn")::resolve)
                        .map(Build::text)
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isBlank());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            return "";
        }
    }

    /** Policy artifacts by the user's settings. */
    Artifacts artifacts(RepositorySystem system, ProjectBuilder projects) {
        return new SettingsArtifacts(system, projects, session);
    }

    /** What the folder's project is called, or without one the folder. */
    String name(Path folder) {
        return project(folder)
                .map(MavenProject::getArtifactId)
                .orElseGet(
                        () -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
    }

    /** A path of the command line. */
    Path resolve(String path) {
        return root().resolve(path).normalize();
    }

    /** Where reports go when nobody says otherwise: to the project that the folder belongs to. */
    Path output(Path base) {
        return project(base)
                .map(module -> Path.of(module.getBuild().getDirectory()))
                .orElse(base.resolve("target"))
                .resolve("genai-gate");
    }

    /** Whether a folder is no project of this build and not the one that it runs in. */
    boolean isForeign(Path base) {
        return project(base).isEmpty() && !base.equals(folder());
    }

    /** A path as the user would write it. */
    String shown(Path path) {
        Path plain = path.toAbsolutePath().normalize();
        if (!plain.startsWith(root())) {
            return plain.toString();
        }
        var relative = root().relativize(plain).toString();
        return relative.isEmpty() ? "." : relative;
    }

    /**
     * Whether no other module, in whatever thread, asked this before. The same module may ask again, and what lies in its folder
     * may be another by then. The answer lives in the session's data and so ends with the build; a static would outlive it in
     * a daemon.
     */
    boolean first(String question) {
        var data = session.getRepositorySession().getData();
        var module = project.getFile() == null
                ? root().toString()
                : project.getFile().getPath();
        return data.set(JUDGED + question, null, module) || module.equals(data.get(JUDGED + question));
    }

    /** Whether Maven colours its output. From Java 22 to 24 a console is not always a terminal: style.color tells then. */
    @SuppressWarnings("SystemConsoleNull")
    boolean colour() {
        return Colour.wanted(
                session.getUserProperties(),
                session.getRequest().isInteractiveMode(),
                System.console() != null,
                System.getenv());
    }

    private Path root() {
        return Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    private Optional<MavenProject> project(Path folder) {
        return session.getProjects().stream()
                .filter(module -> folder(module).filter(folder::equals).isPresent())
                .findFirst();
    }

    private static Optional<Path> folder(MavenProject project) {
        // Without a POM Maven makes up a project that lies nowhere.
        return Optional.ofNullable(project.getFile())
                .map(File::getParentFile)
                .map(folder -> folder.toPath().toAbsolutePath().normalize());
    }
}
