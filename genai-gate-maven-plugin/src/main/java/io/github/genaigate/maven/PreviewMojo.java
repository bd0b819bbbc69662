package io.github.genaigate.maven;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A goal that decides nothing, and so accepts any clock: it tells its answer, and may keep it in a file. */
abstract class PreviewMojo extends RequestMojo {

    PreviewMojo(MavenSession session, MavenProject project) {
        super(session, project);
    }

    /** What is asked of the gate once all settings can be used. */
    interface Question {
        void ask(Gate gate, GateRequest request) throws MojoExecutionException, MojoFailureException;
    }

    /** An answer as it is kept. */
    interface Kept {
        void write(Appendable out) throws IOException;
    }

    /** The question that the goal's own settings make; what is wrong with them is told with the problems of all. */
    abstract Question question(Settings settings);

    @Override
    final boolean rehearses() {
        return true;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        var gate = Gate.of(PreviewMojo.class.getClassLoader());
        var settings = new Settings(build.userProperties());
        var question = question(settings);
        var request = call(gate, settings).request();
        Refusal.of(settings.problems());
        question.ask(gate, request);
    }

    /** Tells an answer and where it is kept; when it consists of problems, the goal ends with its lines. */
    final void tell(String label, List<String> lines, List<Problem> problems, Path kept) throws MojoExecutionException {
        if (!problems.isEmpty()) {
            throw Refusal.because(lines);
        }
        lines.forEach(getLog()::info);
        getLog().info(label + ": " + build.shown(kept));
    }

    /**
     * Writes an answer, whatever it says: none of an earlier run is left standing.
     *
     * @param what the answer is, for the message when it cannot be written
     */
    final Path keep(String what, Path folder, String name, Kept answer) throws MojoExecutionException {
        try {
            var text = new StringBuilder();
            answer.write(text);
            Files.createDirectories(folder);
            var file = folder.resolve(name);
            Files.deleteIfExists(file);
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "The " + what + " cannot be written to " + build.shown(folder), unwritable);
        }
    }
}
