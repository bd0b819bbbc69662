package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists what can be demanded, claimed and read: every criterion with its settings and its section of the manifest, and
 * every format of evidence.
 *
 * @since 0.1.0
 */
@Mojo(name = "criteria", threadSafe = true, requiresProject = false)
public final class CriteriaMojo extends AbstractMojo {

    @Override
    public void execute() {
        var gate = Gate.of(CriteriaMojo.class.getClassLoader());
        new Listing(gate).lines().forEach(getLog()::info);
    }
}
