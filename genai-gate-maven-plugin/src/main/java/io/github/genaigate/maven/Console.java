package io.github.genaigate.maven;

import io.github.genaigate.model.Decision;
import io.github.genaigate.report.ConsoleReport;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A decision in the log of the build. */
final class Console {

    private final Decision decision;
    private final List<String> files;

    Console(Decision decision, List<String> files) {
        this.decision = decision;
        this.files = files;
    }

    /**
     * Writes it out, each line at the level of what it tells.
     *
     * @param failing whether the build fails when the service is not ready; without, nothing is an error of the build
     */
    void show(Log log, boolean colour, boolean failing) {
        for (var line : ConsoleReport.log(decision, colour, files)) {
            switch (line.tone()) {
                case ERROR -> {
                    if (failing) {
                        log.error(line.text());
                    } else {
                        log.warn(line.text());
                    }
                }
                case WARNING -> log.warn(line.text());
                case INFORMATION -> log.info(line.text());
            }
        }
    }

    /** The message of a build that ends here. */
    String summary() {
        return String.join(System.lineSeparator(), ConsoleReport.summary(decision, files));
    }
}
