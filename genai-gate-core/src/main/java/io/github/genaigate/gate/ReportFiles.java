package io.github.genaigate.gate;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Names;
import io.github.genaigate.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Writes reports so that nothing of an earlier run can be taken for this one's. */
final class ReportFiles {

    /** The report that machines read; it cannot be left out. */
    static final String DECISION = "json";

    private final List<Report> reports;

    ReportFiles(List<Report> reports) {
        this.reports = reports;
    }

    /** Checks the names of the reports wanted. */
    void check(Collection<String> formats) {
        var known = reports.stream().map(Report::format).toList();
        formats.stream().filter(format -> !known.contains(format)).findFirst().ifPresent(format -> {
            throw new IllegalArgumentException("There is no report \"" + format + "\"; "
                    + Names.nearest(format, known)
                            .map(name -> "did you mean " + name + "?")
                            .orElse("known are " + String.join(", ", known)));
        });
    }

    /** Removes what an earlier run left. */
    void clear(Path folder) throws IOException {
        for (Report report : reports) {
            Files.deleteIfExists(folder.resolve(report.fileName()));
            Files.deleteIfExists(partial(folder, report));
        }
    }

    private static Path partial(Path folder, Report report) {
        return folder.resolve(report.fileName() + ".partial");
    }

    /** Writes the reports, the decision first; each appears whole or not at all. */
    List<Path> write(Decision decision, Path folder, Collection<String> formats) throws IOException {
        var wanted = new LinkedHashSet<String>();
        wanted.add(DECISION);
        wanted.addAll(formats);
        check(wanted);
        clear(folder);
        Files.createDirectories(folder);
        var written = new ArrayList<Path>();
        for (String format : wanted) {
            for (Report report : reports) {
                if (report.format().equals(format)) {
                    written.add(write(decision, folder, report));
                }
            }
        }
        return written;
    }

    private static Path write(Decision decision, Path folder, Report report) throws IOException {
        return write(decision, folder.resolve(report.fileName()), partial(folder, report), report);
    }

    /** Writes a decision to a file of another name, whole or not at all. */
    Path bless(Decision decision, Path file) throws IOException {
        for (Report report : reports) {
            if (report.format().equals(DECISION)) {
                return write(decision, file, file.resolveSibling(file.getFileName() + ".partial"), report);
            }
        }
        throw new IllegalStateException("there is no report " + DECISION);
    }

    private static Path write(Decision decision, Path file, Path partial, Report report) throws IOException {
        var text = new StringBuilder();
        report.render(decision, text);
        try {
            // a new file: what somebody left there might be a link to elsewhere
            Files.write(
                    partial,
                    text.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
        return file;
    }
}
