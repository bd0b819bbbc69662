package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A summary in Markdown for the page of a build job or for a comment on a change request. */
public final class MarkdownReport implements Report {

    private static final int SHOWN = 5;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void render(Decision decision, Appendable out) throws IOException {
        var markdown = new Markdown(out);
        markdown.heading(2, sign(decision.verdict()) + " " + Markdown.text(Wording.headline(decision)));
        markdown.block(Markdown.text(
                String.join(", ", Wording.subject(decision)) + ", judged at " + Wording.time(decision.evaluatedAt())));
        var remarks = new ArrayList<String>();
        Wording.remark(decision).ifPresent(remarks::add);
        remarks.addAll(decision.notes());
        for (var remark : remarks) {
            markdown.block("> **Note:** " + Markdown.text(remark));
        }
        problems(decision, markdown);
        for (var group : List.of(Group.BLOCKING, Group.WAIVED, Group.EXEMPTED, Group.WARNING, Group.INFORMATION)) {
            findings(group.title(), group.in(decision), decision, markdown);
        }
        findings("Not yet in force", decision.upcoming(), decision, markdown);
        satisfied(decision, markdown);
        off(decision, markdown);
        coverage(decision, markdown);
        waivers(decision, markdown);
        exemptions(decision, markdown);
        evidence(decision, markdown);
        if (decision.simultaneous().isPresent()) {
            markdown.block("Together: "
                    + Markdown.text(Wording.simultaneous(decision.simultaneous().get())));
        }
        if (decision.validUntil().isPresent()) {
            var validity = decision.validUntil().get();
            markdown.block(
                    "Holds until " + Wording.day(decision, validity.day()) + ": " + Markdown.text(validity.why()));
        }
    }

    private static void problems(Decision decision, Markdown markdown) throws IOException {
        if (decision.problems().isEmpty()) {
            return;
        }
        title("Problems in the input", decision.problems().size(), markdown);
        markdown.table(
                List.of("Where", "What is wrong", "Next step"),
                decision.problems().stream()
                        .map(problem -> List.of(
                                Markdown.text(problem.place().toString()),
                                Markdown.text(problem.what()),
                                Markdown.text(problem.mend())))
                        .toList());
    }

    private static void findings(String title, List<Finding> findings, Decision decision, Markdown markdown)
            throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        title(title, findings.size(), markdown);
        markdown.table(
                List.of("Requirement", "What was found", "Next step", "Owner"),
                findings.stream().map(finding -> row(finding, decision)).toList());
        for (var finding : findings) {
            if (finding.judgement().parts().size() > 1) {
                parts(finding, markdown);
            }
        }
    }

    private static List<String> row(Finding finding, Decision decision) {
        var judgement = finding.judgement();
        var worst = judgement.worst();
        var name = new ArrayList<String>();
        name.add("**" + Markdown.text(finding.requirement()) + "**");
        name.add(sign(finding.outcome()) + " " + Wording.outcome(worst));
        finding.effectiveFrom().ifPresent(day -> name.add("from " + Wording.day(decision, day)));
        var found = new ArrayList<String>();
        found.add(Markdown.text(judgement.message()));
        if (!worst.places().isEmpty()) {
            found.add("at " + Markdown.text(Wording.places(worst.places())));
        }
        finding.grant().ifPresent(grant -> found.add("**Granted** " + Markdown.text(Wording.grant(decision, grant))));
        finding.waiver()
                .ifPresent(waiver -> found.add("**Waived** " + Markdown.text(Wording.waiver(decision, waiver))));
        return List.of(
                Markdown.lines(name),
                Markdown.lines(found),
                judgement.mend().map(Markdown::text).orElse(""),
                Markdown.text(Wording.owner(finding)));
    }

    private static void parts(Finding finding, Markdown markdown) throws IOException {
        var judgement = finding.judgement();
        markdown.block("<details><summary>" + Markdown.text(finding.requirement()) + ": "
                + Wording.share(judgement)
                        .orElse(Wording.count(judgement.parts().size(), "part"))
                + "</summary>");
        markdown.list(judgement.worstFirst().stream().map(MarkdownReport::part).toList());
        markdown.block("</details>");
    }

    private static String part(Part part) {
        var text = new StringBuilder(sign(part.outcome()))
                .append(" **")
                .append(Markdown.text(part.name()))
                .append("** ")
                .append(Wording.outcome(part))
                .append(": ")
                .append(Markdown.text(part.message()));
        if (!part.places().isEmpty()) {
            text.append("; at ").append(Markdown.text(Wording.places(part.places())));
        }
        var issues = Wording.issues(part);
        if (!issues.isEmpty()) {
            text.append("; issues: ")
                    .append(Markdown.text(String.join(", ", issues.subList(0, Math.min(SHOWN, issues.size())))));
            text.append(issues.size() > SHOWN ? " and " + (issues.size() - SHOWN) + " more" : "");
        }
        part.mend().ifPresent(mend -> text.append("; next step: ").append(Markdown.text(mend)));
        return text.toString();
    }

    private static void satisfied(Decision decision, Markdown markdown) throws IOException {
        var findings = Group.SATISFIED.in(decision);
        if (findings.isEmpty()) {
            return;
        }
        title(Group.SATISFIED.title(), findings.size(), markdown);
        markdown.table(
                List.of("Requirement", "Outcome", "Assurance", "What was found"),
                findings.stream()
                        .map(finding -> List.of(
                                Markdown.text(finding.requirement()),
                                sign(finding.outcome()) + " " + Wording.outcome(finding.outcome()),
                                finding.judgement().assurance().word(),
                                Markdown.text(finding.judgement().message())))
                        .toList());
    }

    private static void off(Decision decision, Markdown markdown) throws IOException {
        if (!decision.off().isEmpty()) {
            markdown.block("Off at this stage: " + Markdown.text(String.join(", ", decision.off())));
        }
    }

    private static void coverage(Decision decision, Markdown markdown) throws IOException {
        var rows = Coverage.of(decision);
        if (rows.isEmpty()) {
            return;
        }
        title("Frameworks covered", rows.size(), markdown);
        markdown.table(
                List.of("Framework", "Entry", "Covered by"),
                rows.stream()
                        .map(row -> List.of(
                                Markdown.text(row.framework()),
                                Markdown.text(row.entry()),
                                Markdown.lines(row.findings().stream()
                                        .map(finding -> sign(finding.outcome()) + " "
                                                + Markdown.text(finding.requirement()) + ", "
                                                + Wording.outcome(finding.outcome()))
                                        .toList())))
                        .toList());
    }

    private static void waivers(Decision decision, Markdown markdown) throws IOException {
        if (decision.waivers().isEmpty()) {
            return;
        }
        title("Waivers in the manifest", decision.waivers().size(), markdown);
        markdown.table(
                List.of("Requirement", "Scope", "Ends", "Status", "Why", "Where"),
                decision.waivers().stream()
                        .map(waiver -> List.of(
                                Markdown.text(waiver.requirement()),
                                Markdown.text(Wording.scope(waiver)),
                                Wording.day(decision, waiver.expires()),
                                Markdown.text(waiver.status()),
                                Markdown.text(waiver.message()),
                                Markdown.text(waiver.place().toString())))
                        .toList());
    }

    private static void exemptions(Decision decision, Markdown markdown) throws IOException {
        if (decision.exemptions().isEmpty()) {
            return;
        }
        title("Exemptions by the policy", decision.exemptions().size(), markdown);
        markdown.table(
                List.of("Requirement", "Status", "Why", "Granted by"),
                decision.exemptions().stream()
                        .map(exemption -> List.of(
                                Markdown.text(exemption.requirement()),
                                Markdown.text(exemption.status()),
                                Markdown.text(exemption.message()),
                                Markdown.text(exemption.origin().toString())))
                        .toList());
    }

    private static void evidence(Decision decision, Markdown markdown) throws IOException {
        if (decision.evidence().isEmpty()) {
            return;
        }
        title("Evidence", decision.evidence().size(), markdown);
        markdown.table(
                List.of("Name", "File", "Format", "Taken", "Assurance", "Binding", "Status"),
                decision.evidence().stream()
                        .map(file -> List.of(
                                Markdown.text(file.name()),
                                Markdown.text(file.path()),
                                Markdown.text(file.format().orElse("unknown")),
                                file.takenAt().map(Wording::time).orElse("unknown"),
                                file.assurance().word(),
                                file.binding().word(),
                                Markdown.text(file.status())))
                        .toList());
    }

    private static void title(String words, int number, Markdown markdown) throws IOException {
        markdown.heading(3, words + " (" + number + ")");
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case MET -> "\u2705";
            case NOT_MET -> "\u274c";
            case UNPROVEN -> "\u2753";
            case NOT_APPLICABLE -> "\u2796";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case READY -> "\u2705";
            case NOT_READY -> "\u274c";
            case SKIPPED -> "\u23ed\ufe0f";
        };
    }
}
