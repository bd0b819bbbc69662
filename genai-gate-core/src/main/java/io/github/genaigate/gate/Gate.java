package io.github.genaigate.gate;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Explained;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.model.Foresight;
import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Share;
import io.github.genaigate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The facade: from a request to a decision, and from a decision to its reports. Keeps no state between calls. */
public final class Gate {

    private final List<Criterion> criteria;
    private final List<EvidenceReader> readers;
    private final List<Report> reports;

    /**
     * A gate with these parts.
     *
     * @throws IllegalArgumentException when two of a kind share an id, or two reports a file
     */
    public Gate(Collection<Criterion> criteria, Collection<EvidenceReader> readers, Collection<Report> reports) {
        this.criteria = criteria.stream()
                .sorted(Comparator.comparing(criterion -> criterion.about().id()))
                .toList();
        this.readers = readers.stream()
                .sorted(Comparator.comparing(EvidenceReader::format))
                .toList();
        this.reports =
                reports.stream().sorted(Comparator.comparing(Report::format)).toList();
        distinct("reader", this.readers.stream().map(EvidenceReader::format).toList());
        distinct("report", this.reports.stream().map(Report::format).toList());
        distinct(
                "report file",
                this.reports.stream().map(Report::fileName).sorted().toList());
        catalogue();
    }

    private static void distinct(String what, List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i).equals(ids.get(i - 1))) {
                throw new IllegalArgumentException("two parts claim to be the " + what + " " + ids.get(i));
            }
        }
    }

    /** A gate with every criterion, reader and report that a class loader finds. */
    public static Gate of(ClassLoader loader) {
        return new Gate(all(Criterion.class, loader), all(EvidenceReader.class, loader), all(Report.class, loader));
    }

    private static <T> List<T> all(Class<T> type, ClassLoader loader) {
        return ServiceLoader.load(type, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Sorted by id. */
    public List<Criterion> criteria() {
        return criteria;
    }

    /** Sorted by format. */
    public List<EvidenceReader> readers() {
        return readers;
    }

    /** Sorted by format. */
    public List<Report> reports() {
        return reports;
    }

    /** What the criteria declare. */
    public Catalogue catalogue() {
        return Catalogue.of(criteria.stream().map(Criterion::about).toList());
    }

    /** Judges. Never throws because of what files hold: what cannot be used is in the decision's problems. */
    public Decision decide(GateRequest request) {
        return new Run(this, request).decide();
    }

    /**
     * Judges, and when the service is ready writes the decision to the file that the manifest names under {@code baseline},
     * for later ones to be compared with. An earlier baseline is replaced, and not compared with.
     *
     * @throws IOException when the file cannot be written
     */
    public Blessing bless(GateRequest request) throws IOException {
        return new Blesser(this, request).bless();
    }

    /**
     * What it will take to prove the claims of a manifest; no evidence is opened.
     *
     * @param failing how much of the failures that are allowed is assumed to occur, below 100 %
     * @param probability with which the proof shall succeed then, below 100 %
     */
    public Foresight plan(GateRequest request, Share failing, Share probability) {
        return new Preview(this, request).plan(failing, probability);
    }

    /**
     * What turns red on the days to come when nobody does anything: the same facts, judged on each day that matters.
     *
     * @param days how many, from 1 to 366
     */
    public Forecast forecast(GateRequest request, int days) {
        if (days < 1 || days > Forecast.LONGEST) {
            throw new IllegalArgumentException("from 1 to " + Forecast.LONGEST + " days: " + days);
        }
        return new Run(this, request).forecast(days);
    }

    /**
     * Whom a policy would hit: the decisions of a folder, made again under the policy of the request. A decision file proves
     * nothing, and so this is a preview.
     *
     * @param decisions a folder of decision files
     * @param days how many days ahead are looked at, from 0 to 366
     */
    public Impact impact(GateRequest request, Path decisions, int days) {
        if (days < 0 || days > Forecast.LONGEST) {
            throw new IllegalArgumentException("from 0 to " + Forecast.LONGEST + " days: " + days);
        }
        return new Preview(this, request).impact(decisions, days);
    }

    /**
     * A decision made again from the facts that it carries, under the policy and by the clock of the request, at the stage that it
     * was asked for. What is not recorded is unproven. It proves nothing, and so it is for tests of policies.
     *
     * @param file a decision file as it was written
     * @throws RefusedException when it is none, carries no facts of this version, or is of a later time than the request's
     * @throws IOException when it cannot be read
     */
    public Decision again(GateRequest request, byte[] file) throws RefusedException, IOException {
        return new Again(this, request).decide(file);
    }

    /**
     * What a requirement demands, who says so, how it is proven, and what the service has, as {@link #decide} finds it.
     *
     * @param requirement its id; every id is told when none is given
     */
    public Explained explain(GateRequest request, Optional<String> requirement) {
        return new Explainer(this, request).explain(requirement);
    }

    /**
     * Whether a candidate is stricter than the policy of the request, value by value. Neither a manifest nor evidence is opened.
     *
     * @param candidate policies that hold side by side: files, or {@code builtin:baseline}
     */
    public Comparison compare(GateRequest request, List<String> candidate) {
        return new Preview(this, request).compare(candidate);
    }

    /**
     * The policy with all its layers merged, as one document that says behind each value who set it. Neither a manifest nor
     * evidence is opened.
     */
    public ShownPolicy effectivePolicy(GateRequest request) {
        return new Preview(this, request).effectivePolicy();
    }

    /**
     * The decision when nobody looks: {@code SKIPPED}, or {@code NOT_READY} where the policy forbids skipping.
     *
     * @param why who wanted it skipped
     */
    public Decision skip(GateRequest request, String why) {
        return new Run(this, request).skip(why);
    }

    /** The decision when the request itself cannot be used: {@code NOT_READY}, so that no earlier one is left standing. */
    public Decision refuse(GateRequest request, List<Problem> problems) {
        return new Run(this, request).refuse(problems);
    }

    /**
     * Checks the names of reports.
     *
     * @throws IllegalArgumentException when one is not known, naming the nearest
     */
    public void checkReports(Collection<String> formats) {
        new ReportFiles(reports).check(formats);
    }

    /**
     * Removes the reports that an earlier run left.
     *
     * @throws IOException when one cannot be removed
     */
    public void clear(Path outputDirectory) throws IOException {
        new ReportFiles(reports).clear(outputDirectory);
    }

    /**
     * Removes what an earlier run left and writes the reports; {@code decision.json} is always written.
     *
     * @param formats the ids of the reports wanted
     * @return the files written, the decision first
     * @throws IllegalArgumentException when a format is not known, naming the nearest
     * @throws IOException when the folder cannot be written to
     */
    public List<Path> write(Decision decision, Path outputDirectory, Collection<String> formats) throws IOException {
        return new ReportFiles(reports).write(decision, outputDirectory, formats);
    }
}
