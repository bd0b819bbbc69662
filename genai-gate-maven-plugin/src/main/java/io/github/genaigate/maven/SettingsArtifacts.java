package io.github.genaigate.maven;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.policy.Artifacts;
import io.github.genaigate.policy.Coordinates;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * Policy artifacts by the settings of whoever runs Maven, and by nothing that the project under judgement says: not from its
 * repositories, not from its modules, and not from what its builds left in the local repository.
 */
final class SettingsArtifacts implements Artifacts {

    /** A local repository of its own: into the usual one every build caches and installs what it likes. */
    private static final String OWN = ".genai-gate";

    private final RepositorySystem system;
    private final ProjectBuilder projects;
    private final MavenSession session;

    SettingsArtifacts(RepositorySystem system, ProjectBuilder projects, MavenSession session) {
        this.system = system;
        this.projects = projects;
        this.session = session;
    }

    @Override
    public Resolved resolve(Coordinates coordinates) throws RefusedException {
        var repositories = repositories(coordinates);
        try {
            return new Resolved(file(coordinates, repositories, own()), false);
        } catch (ArtifactResolutionException missing) {
            return installed(coordinates, repositories).orElseThrow(() -> refused(coordinates, repositories, missing));
        }
    }

    /** Those of a project that says nothing, so that Maven itself applies profiles, mirrors, proxies and servers. */
    private List<RemoteRepository> repositories(Coordinates coordinates) throws RefusedException {
        var request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setRepositorySession(alone(session.getRepositorySession()));
        try {
            return projects.build(new Nothing(), request).getProject().getRemoteProjectRepositories();
        } catch (ProjectBuildingException broken) {
            throw new RefusedException(
                    "The policy " + coordinates + " cannot be looked for: "
                            + Text.shortened(String.valueOf(broken.getMessage())),
                    "Correct settings.xml");
        }
    }

    /** Without what the modules of the build are said to be. */
    private static DefaultRepositorySystemSession alone(RepositorySystemSession whole) {
        return new DefaultRepositorySystemSession(whole).setWorkspaceReader(null);
    }

    private RepositorySystemSession own() {
        var own = alone(session.getRepositorySession());
        var folder = own.getLocalRepository().getBasedir().toPath().resolve(OWN).toString();
        own.setLocalRepositoryManager(system.newLocalRepositoryManager(own, new LocalRepository(folder)));
        // What was missing a minute ago may have been deployed since.
        return own.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
    }

    /** What the usual local repository has, whoever put it there. */
    private Optional<Resolved> installed(Coordinates coordinates, List<RemoteRepository> repositories) {
        try {
            var usual = alone(session.getRepositorySession()).setOffline(true);
            return Optional.of(new Resolved(file(coordinates, repositories, usual), true));
        } catch (ArtifactResolutionException missing) {
            return Optional.empty();
        }
    }

    private Path file(Coordinates coordinates, List<RemoteRepository> repositories, RepositorySystemSession within)
            throws ArtifactResolutionException {
        var artifact = new DefaultArtifact(
                coordinates.group(),
                coordinates.artifact(),
                coordinates.classifier().orElse(""),
                "jar",
                coordinates.version());
        return system.resolveArtifact(within, new ArtifactRequest(artifact, repositories, "genai-gate"))
                .getArtifact()
                .getFile()
                .toPath();
    }

    private RefusedException refused(
            Coordinates coordinates, List<RemoteRepository> repositories, ArtifactResolutionException missing) {
        if (session.isOffline()) {
            return new RefusedException(
                    "The policy " + coordinates + " was not resolved on this machine before, and Maven is offline",
                    "Run once without -o");
        }
        return missing.getResults().stream()
                .flatMap(result -> result.getExceptions().stream())
                .filter(exception -> !(exception instanceof ArtifactNotFoundException))
                .findFirst()
                .map(exception -> new RefusedException(
                        "The policy " + coordinates + " cannot be fetched: " + exception.getMessage(),
                        "See that the repositories of settings.xml can be reached, with their servers, mirrors and"
                                + " proxies"))
                .orElseGet(() -> new RefusedException(
                        "No repository of the settings has the policy " + coordinates + "; asked: "
                                + repositories.stream()
                                        .map(RemoteRepository::getId)
                                        .collect(Collectors.joining(", ")),
                        "Correct the coordinates, deploy it, or add its repository to settings.xml; repositories of the"
                                + " POM are not asked"));
    }

    /** The POM of the project that says nothing. */
    @SuppressWarnings("deprecation") // the newer interface wants a file
    private static final class Nothing implements ModelSource {

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(("<project><modelVersion>4.0.0</modelVersion>"
                            + "<groupId>io.github.genaigate</groupId><artifactId>settings</artifactId>"
                            + "<version>1</version><packaging>pom</packaging></project>")
                    .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getLocation() {
            return "settings";
        }
    }
}
