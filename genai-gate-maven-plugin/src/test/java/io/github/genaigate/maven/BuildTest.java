package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of a session; it is the one thing here that only a running Maven has. */
class BuildTest {

    @TempDir
    Path root;

    private final MavenSession session = mock(MavenSession.class, RETURNS_DEEP_STUBS);

    @BeforeEach
    void session() {
        when(session.getExecutionRootDirectory()).thenReturn(root.toString());
        when(session.getRepositorySession().getData()).thenReturn(new DefaultSessionData());
        var projects = List.of(project("service"), project("other"));
        when(session.getProjects()).thenReturn(projects);
    }

    private MavenProject project(String name) {
        var model = new Model();
        model.setArtifactId("the-" + name);
        model.setBuild(new org.apache.maven.model.Build());
        var project = new MavenProject(model);
        project.setFile(root.resolve(name).resolve("pom.xml").toFile());
        project.getBuild().setDirectory(root.resolve(name).resolve("out").toString());
        return project;
    }

    private Build build(MavenProject project) {
        return new Build(session, project);
    }

    @Test
    void theFolderIsTheModulesOrTheOneInWhichMavenRuns() {
        assertThat(build(project("service")).folder()).isEqualTo(root.resolve("service"));
        assertThat(build(new MavenProject()).folder()).isEqualTo(root);
    }

    @Test
    void reportsGoToTheProjectThatTheFolderBelongsTo() {
        var build = build(project("service"));
        assertThat(build.output(root.resolve("other"))).isEqualTo(root.resolve("other/out/genai-gate"));
        assertThat(build.output(root.resolve("python"))).isEqualTo(root.resolve("python/target/genai-gate"));
        assertThat(build.name(root.resolve("other"))).isEqualTo("the-other");
        assertThat(build.name(root.resolve("python"))).isEqualTo("python");
    }

    @Test
    void pathsAreResolvedAndShownFromWhereMavenRuns() {
        var build = build(project("service"));
        assertThat(build.resolve("a/../b")).isEqualTo(root.resolve("b"));
        assertThat(build.shown(root.resolve("service/out"))).isEqualTo("service/out");
        assertThat(build.shown(root)).isEqualTo(".");
        assertThat(build.shown(root.resolve("../elsewhere")))
                .isEqualTo(root.resolveSibling("elsewhere").toString());
    }

    @Test
    void aFolderIsForeignThatIsNoProjectAndNotWhereMavenRuns() {
        assertThat(build(project("service")).isForeign(root.resolve("other"))).isFalse();
        assertThat(build(project("service")).isForeign(root.resolve("checkout")))
                .isTrue();
        assertThat(build(new MavenProject()).isForeign(root)).isFalse();
    }

    @Test
    void argumentsAreThoseOfTheTreeAlone() throws IOException {
        var tree = Files.createDirectories(root.resolve("checkout"));
        Files.createDirectories(tree.resolve(".git"));
        Files.createDirectories(tree.resolve(".mvn"));
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/maven.config"), "-Dgenai-gate.stage=production");
        when(session.getRequest().getMultiModuleProjectDirectory()).thenReturn(root.toFile());
        assertThat(build(new MavenProject()).arguments(tree)).isEmpty();

        when(session.getRequest().getMultiModuleProjectDirectory()).thenReturn(tree.toFile());
        assertThat(build(new MavenProject()).arguments(tree)).isEmpty();
        Files.writeString(tree.resolve(".mvn/maven-user.properties"), "genai-gate.skip=true");
        assertThat(build(new MavenProject()).arguments(tree).map(String::strip)).contains("genai-gate.skip=true");
    }

    @Test
    void onlyTheFirstModuleThatAsksIsTheFirst() {
        assertThat(build(project("service")).first("check a")).isTrue();
        assertThat(build(project("other")).first("check a")).isFalse();
        assertThat(build(project("other")).first("check b")).isTrue();
    }
}
