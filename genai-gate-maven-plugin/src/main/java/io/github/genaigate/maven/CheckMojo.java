package io.github.genaigate.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build when the service may not enter the stage that it asks for. The reports are written before.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends GateMojo {

    @Inject
    CheckMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    boolean failing() {
        return true;
    }
}
