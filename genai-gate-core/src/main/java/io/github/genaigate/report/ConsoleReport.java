package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.ConsoleLine.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A decision as lines for a terminal or a build log. What stands in the way comes first, each with its next step. Our own
 * characters are plain ASCII, because build logs are read in every encoding.
 */
public final class ConsoleReport {

    private static final String INDENT = "      ";
    private static final int PARTS = 10;
    private static final int WIDEST_ID = 32;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 400;

    /** So that the record of approval that a message asks for can be copied. */
    private static final int LONGEST_RECORD = 4_000;

    private static final int LONGEST_REMARK = 120;

    private final Decision decision;
    private final Paint paint;
    private final ConsoleLine.Lines lines = new ConsoleLine.Lines();

    private ConsoleReport(Decision decision, Paint paint) {
        this.decision = decision;
        this.paint = paint;
    }

    /**
     * The lines.
     *
     * @param colour whether the lines may hold ANSI colours
     * @param reports where the report files lie, as the reader is to see it
     */
    public static List<ConsoleLine> log(Decision decision, boolean colour, List<String> reports) {
        var console = new ConsoleReport(decision, new Paint(colour));
        console.write(reports);
        return console.lines.done();
    }

    /** The text of the lines. */
    public static List<String> lines(Decision decision, boolean colour, List<String> reports) {
        return log(decision, colour, reports).stream().map(ConsoleLine::text).toList();
    }

    /**
     * What a build that fails has to say in its last lines.
     *
     * @param reports where the report files lie, as the reader is to see it
     */
    public static List<String> summary(Decision decision, List<String> reports) {
        var summary = new ArrayList<String>();
        summary.add(headline(decision));
        decision.problems().stream()
                .limit(PARTS)
                .forEach(problem -> summary.add(
                        clean(problem.place() + ": " + problem.what()) + "; next: " + clean(problem.mend())));
        if (decision.problems().size() > PARTS) {
            summary.add("and " + (decision.problems().size() - PARTS) + " more, see the report");
        }
        reports.forEach(report -> summary.add("report: " + clean(report)));
        return summary;
    }

    /** The first of the lines, for the message of a failed build. */
    public static String headline(Decision decision) {
        return clean(Wording.headline(decision));
    }

    private void write(List<String> reports) {
        lines.tone(
                switch (decision.verdict()) {
                    case READY -> Tone.INFORMATION;
                    case SKIPPED -> Tone.WARNING;
                    case NOT_READY -> Tone.ERROR;
                });
        lines.add(verdict(headline(decision)));
        lines.tone(Tone.INFORMATION);
        lines.add(String.join(
                ", ",
                Wording.subject(decision).stream().map(ConsoleReport::name).toList()));
        Wording.remark(decision).ifPresent(remark -> lines.add(paint.strong(remark)));
        decision.notes().forEach(note -> lines.add("note: " + clean(note)));
        problems();
        findings(Group.BLOCKING);
        findings(Group.WAIVED);
        findings(Group.EXEMPTED);
        findings(Group.WARNING);
        findings(Group.INFORMATION);
        satisfied();
        findings("Not yet in force", decision.upcoming(), false);
        waivers();
        exemptions();
        closing(reports);
    }

    private String verdict(String line) {
        if (decision.verdict() == Verdict.READY) {
            return paint.green(line);
        }
        return decision.verdict() == Verdict.SKIPPED ? paint.yellow(line) : paint.red(line);
    }

    private void problems() {
        lines.tone(Tone.ERROR);
        title("PROBLEMS IN THE INPUT", decision.problems().size());
        decision.problems().forEach(problem -> {
            lines.add("  " + paint.red("x") + " " + clean(problem.place() + ": " + problem.what()));
            labelled(INDENT, "next", clean(problem.mend()));
        });
    }

    private void findings(Group group) {
        lines.tone(
                switch (group) {
                    case BLOCKING -> Tone.ERROR;
                    case WAIVED, EXEMPTED, WARNING -> Tone.WARNING;
                    case INFORMATION, SATISFIED -> Tone.INFORMATION;
                });
        findings(group.title(), group.in(decision), group == Group.BLOCKING);
    }

    private void findings(String title, List<Finding> findings, boolean block) {
        title(title.toUpperCase(Locale.ROOT), findings.size());
        for (int i = 0; i < findings.size(); i++) {
            if (i > 0) {
                lines.add("");
            }
            finding(findings.get(i), block);
        }
    }

    private void finding(Finding finding, boolean blocks) {
        var judgement = finding.judgement();
        var worst = judgement.worst();
        var title = symbol(worst.outcome()) + " " + name(finding.requirement()) + ": " + Wording.outcome(worst);
        lines.add("  " + tone(worst.outcome(), blocks, title)
                + Wording.share(judgement).map(share -> ", " + share).orElse(""));
        if (judgement.parts().size() == 1) {
            lines.add(INDENT + clean(worst.message()));
            places(INDENT, worst);
            worst.mend().ifPresent(mend -> labelled(INDENT, "next", clean(mend)));
        } else {
            parts(judgement.worstFirst(), blocks);
        }
        finding.effectiveFrom().ifPresent(day -> labelled(INDENT, "from", Wording.day(decision, day)));
        finding.grant().ifPresent(grant -> labelled(INDENT, "granted", clean(Wording.grant(decision, grant))));
        finding.waiver().ifPresent(waiver -> labelled(INDENT, "waiver", clean(Wording.waiver(decision, waiver))));
        if (worst.outcome().fails()) {
            labelled(INDENT, "owner", name(Wording.owner(finding)));
        }
    }

    private void parts(List<Part> parts, boolean blocks) {
        var shown = parts.subList(0, Math.min(PARTS, parts.size()));
        for (int i = 0; i < shown.size(); i++) {
            var part = shown.get(i);
            var title = symbol(part.outcome()) + " " + name(part.name()) + ", " + Wording.outcome(part);
            if (!part.outcome().fails()) {
                lines.add(INDENT + tone(part.outcome(), blocks, title));
                continue;
            }
            lines.add(INDENT + tone(part.outcome(), blocks, title) + ": " + clean(part.message()));
            places(INDENT + "  ", part);
            issues(INDENT + "  ", part);
            // the same next step for a row of parts is said once, after the last of them
            boolean again = i + 1 < shown.size() && shown.get(i + 1).mend().equals(part.mend());
            if (!again) {
                part.mend().ifPresent(mend -> labelled(INDENT + "  ", "next", clean(mend)));
            }
        }
        if (parts.size() > PARTS) {
            lines.add(INDENT + "and " + (parts.size() - PARTS) + " more, see the report");
        }
    }

    private void places(String indent, Part part) {
        if (!part.places().isEmpty()) {
            labelled(indent, "at", clean(Wording.places(part.places())));
        }
    }

    /** As a waiver names them. */
    private void issues(String indent, Part part) {
        var issues = Wording.issues(part);
        issues.stream().limit(PARTS).forEach(issue -> labelled(indent, "issue", clean(issue)));
        if (issues.size() > PARTS) {
            lines.add(indent + "and " + (issues.size() - PARTS) + " more, see the report");
        }
    }

    private void labelled(String indent, String label, String text) {
        lines.add(indent + paint.strong(padded(label + ":", 7)) + " " + text);
    }

    private void satisfied() {
        var findings = Group.SATISFIED.in(decision);
        title("SATISFIED", findings.size());
        int width = findings.stream()
                .mapToInt(finding -> name(finding.requirement()).length())
                .reduce(0, Math::max);
        for (var finding : findings) {
            var outcome = finding.outcome();
            var proof = outcome == Outcome.MET
                    ? "met, " + finding.judgement().assurance().word()
                    : Wording.outcome(outcome);
            lines.add("  " + tone(outcome, false, symbol(outcome)) + " "
                    + padded(name(finding.requirement()), Math.min(width, WIDEST_ID)) + "  " + padded(proof, 14) + "  "
                    + Visible.line(finding.judgement().message(), LONGEST_REMARK));
        }
    }

    /** Those that had no effect; the others stand beside what they exempt from. */
    private void exemptions() {
        var idle = decision.exemptions().stream()
                .filter(exemption -> !exemption.status().equals("applied"))
                .toList();
        lines.tone(Tone.WARNING);
        title("EXEMPTIONS WITHOUT EFFECT", idle.size());
        idle.forEach(exemption -> {
            lines.add("  ! " + name(exemption.requirement()) + ": " + name(exemption.status()));
            lines.add(INDENT + clean(exemption.message()));
            labelled(INDENT, "at", clean(exemption.origin().toString()));
        });
    }

    /** All of them, those that need no attention last. */
    private void waivers() {
        var quiet = Comparator.<WaiverStatus, Boolean>comparing(
                waiver -> waiver.status().equals(WaiverStatus.APPLIED));
        lines.tone(Tone.WARNING);
        title("WAIVERS", decision.waivers().size());
        decision.waivers().stream().sorted(quiet).forEach(waiver -> {
            boolean applied = waiver.status().equals(WaiverStatus.APPLIED);
            lines.add((applied ? "  - " : "  ! ") + name(waiver.requirement()) + ": " + name(waiver.status()) + ", "
                    + clean(Wording.scope(waiver)) + ", ends " + Wording.day(decision, waiver.expires()));
            lines.add(INDENT + Visible.line(waiver.message(), LONGEST_RECORD));
            labelled(INDENT, "at", clean(waiver.place().toString()));
        });
    }

    private void closing(List<String> reports) {
        lines.tone(Tone.INFORMATION);
        lines.add("");
        if (!decision.off().isEmpty()) {
            lines.add("off at this stage: " + clean(String.join(", ", decision.off())));
        }
        decision.simultaneous().ifPresent(all -> lines.add("together: " + Wording.simultaneous(all)));
        decision.validUntil()
                .ifPresent(validity -> lines.add(
                        "holds until " + Wording.day(decision, validity.day()) + ": " + clean(validity.why())));
        reports.forEach(report -> lines.add("report: " + clean(report)));
    }

    private void title(String words, int number) {
        if (number > 0) {
            lines.add("");
            lines.add(paint.strong(words + " (" + number + ")"));
        }
    }

    private String tone(Outcome outcome, boolean blocks, String text) {
        return switch (outcome) {
            case MET -> paint.green(text);
            case NOT_APPLICABLE -> text;
            case NOT_MET, UNPROVEN -> blocks ? paint.red(text) : paint.yellow(text);
        };
    }

    private static String symbol(Outcome outcome) {
        return switch (outcome) {
            case MET -> "+";
            case NOT_MET -> "x";
            case UNPROVEN -> "?";
            case NOT_APPLICABLE -> "-";
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String name(String hostile) {
        return Visible.line(hostile, LONGEST_NAME);
    }

    private static String clean(String hostile) {
        return Visible.line(hostile, LONGEST_TEXT);
    }
}
