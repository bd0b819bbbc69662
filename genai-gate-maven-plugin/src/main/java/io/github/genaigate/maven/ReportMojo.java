package io.github.genaigate.maven;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Writes the same reports as check and never fails the build because of what they say. Any clock is accepted: with a
 * clock that is not the real one the decision is a rehearsal, which is never ready.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class ReportMojo extends GateMojo {

    @Inject
    ReportMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    @Override
    boolean failing() {
        return false;
    }
}
