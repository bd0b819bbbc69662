package io.github.genaigate.maven;

import io.github.genaigate.model.Problem;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Ends a goal that cannot be carried out. */
final class Refusal {

    private Refusal() {}

    /** Tells all that is wrong in one go, if anything is. */
    static void of(List<Problem> problems) throws MojoExecutionException {
        if (!problems.isEmpty()) {
            throw because(problems.stream().map(Problem::toString).toList());
        }
    }

    /** The end of the goal, for a reason of some lines. */
    static MojoExecutionException because(List<String> lines) {
        return new MojoExecutionException(String.join(System.lineSeparator(), lines));
    }
}
