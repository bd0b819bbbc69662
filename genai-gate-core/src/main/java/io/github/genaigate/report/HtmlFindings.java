package io.github.genaigate.report;

import static io.github.genaigate.report.Node.element;
import static io.github.genaigate.report.Node.text;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The findings on the page: what fails as cards, all as a table, and each in detail. */
final class HtmlFindings {

    private final Decision decision;
    private final List<Anchored> inForce;
    private final List<Anchored> upcoming;

    HtmlFindings(Decision decision) {
        this.decision = decision;
        this.inForce = anchored("finding-", decision.findings());
        this.upcoming = anchored("upcoming-", decision.upcoming());
    }

    /** A finding and the place on the page that tells its details. */
    private record Anchored(String id, Finding finding) {}

    private static List<Anchored> anchored(String prefix, List<Finding> findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(i -> new Anchored(prefix + (i + 1), findings.get(i)))
                .toList();
    }

    /** One section for each group that fails. */
    List<Node> cards() {
        var sections = new ArrayList<Node>();
        for (var group : Group.values()) {
            var findings = inForce.stream()
                    .filter(anchored -> Group.of(anchored.finding()) == group)
                    .toList();
            if (group != Group.SATISFIED && !findings.isEmpty()) {
                sections.add(cards(id(group), group.title(), findings));
            }
        }
        return sections;
    }

    /** The requirements that are not in force yet. */
    List<Node> upcoming() {
        return upcoming.isEmpty() ? List.of() : List.of(cards("upcoming", "Not yet in force", upcoming));
    }

    private Node cards(String id, String title, List<Anchored> findings) {
        return Html.section(
                id,
                title + " (" + findings.size() + ")",
                findings.stream().map(finding -> card(id, finding)).toList());
    }

    private Node card(String kind, Anchored anchored) {
        var finding = anchored.finding();
        var judgement = finding.judgement();
        var worst = judgement.worst();
        var content = new ArrayList<Node>();
        content.add(element(
                "h3",
                Html.chip(finding.outcome()),
                text(" "),
                element("a", finding.requirement()).with("href", "#" + anchored.id())));
        content.add(element("p", judgement.message()));
        judgement
                .mend()
                .ifPresent(mend -> content.add(element("p", element("strong", "Next step: "), text(mend))
                        .with("class", "next")));
        var facts = new ArrayList<Html.Fact>();
        facts.add(Html.fact("Owner", Wording.owner(finding)));
        judgement.reason().ifPresent(reason -> facts.add(Html.fact("Reason", reason.word())));
        Wording.share(judgement).ifPresent(share -> facts.add(Html.fact("Parts", share)));
        finding.effectiveFrom().ifPresent(day -> facts.add(Html.fact("In force from", Wording.day(decision, day))));
        finding.grant().ifPresent(grant -> facts.add(Html.fact("Granted", Wording.grant(decision, grant))));
        finding.waiver().ifPresent(waiver -> facts.add(Html.fact("Waived", Wording.waiver(decision, waiver))));
        if (!worst.places().isEmpty()) {
            facts.add(Html.fact("Where", Html.code(Wording.places(worst.places()))));
        }
        content.add(Html.facts(facts));
        return element("article", content).with("class", "card " + kind);
    }

    /** Every requirement at the stage asked for, one line each. */
    List<Node> table() {
        if (inForce.isEmpty() && decision.off().isEmpty()) {
            return List.of();
        }
        var rows = inForce.stream().map(HtmlFindings::row).toList();
        var content = new ArrayList<Node>();
        content.add(element("p", counts()));
        if (!rows.isEmpty()) {
            content.add(Html.table(
                    "All requirements in force",
                    List.of("Requirement", "Outcome", "Level", "Effect", "Assurance", "What was found"),
                    rows));
        }
        if (!decision.off().isEmpty()) {
            content.add(element("p", "Off at this stage: " + String.join(", ", decision.off())));
        }
        return List.of(Html.section("requirements", "Requirements", content));
    }

    private String counts() {
        var counts = decision.counts();
        return Wording.count(counts.requirements(), "requirement") + " in force: " + counts.met() + " met, "
                + counts.notMet() + " not met, " + counts.unproven() + " unproven, " + counts.notApplicable()
                + " not applicable";
    }

    private static List<Node> row(Anchored anchored) {
        var finding = anchored.finding();
        return List.of(
                element("a", finding.requirement()).with("href", "#" + anchored.id()),
                Html.chip(finding.outcome()),
                text(finding.level().word()),
                text(effect(finding)),
                text(finding.judgement().assurance().word()),
                text(finding.judgement().message()));
    }

    private static String effect(Finding finding) {
        return switch (Group.of(finding)) {
            case BLOCKING -> "blocks";
            case WAIVED -> "waived";
            case EXEMPTED -> "exempted";
            case WARNING -> "warns";
            case INFORMATION -> "informs";
            case SATISFIED -> "none";
        };
    }

    /** The entries of frameworks, each with the requirements in force that cover it. */
    List<Node> coverage() {
        var rows = Coverage.of(decision).stream()
                .map(row -> List.<Node>of(
                        text(row.framework() + " " + row.entry()),
                        element(
                                "ul",
                                row.findings().stream().map(this::covering).toList())))
                .toList();
        return HtmlSections.table("coverage", "Frameworks covered", List.of("Entry", "Covered by"), rows);
    }

    private Node covering(Finding finding) {
        int number = decision.findings().indexOf(finding) + 1;
        return element(
                "li",
                Html.chip(finding.outcome()),
                text(" "),
                element("a", finding.requirement()).with("href", "#finding-" + number));
    }

    /** Every finding with all that it rests on. */
    List<Node> details() {
        var all = Stream.concat(inForce.stream(), upcoming.stream()).toList();
        return all.isEmpty()
                ? List.of()
                : List.of(Html.section(
                        "details",
                        "Details",
                        all.stream().map(HtmlFindings::detail).toList()));
    }

    private static Node detail(Anchored anchored) {
        var finding = anchored.finding();
        var judgement = finding.judgement();
        var content = new ArrayList<Node>();
        content.add(
                element("summary", Html.chip(finding.outcome()), text(" "), element("strong", finding.requirement())));
        // a link to what lies inside opens the details, a link to the details themselves does not
        content.add(Html.facts(List.of(
                        Html.fact("Criterion", Html.code(finding.criterion())),
                        Html.fact("Level", finding.level().word()),
                        Html.fact("Assurance", judgement.assurance().word()),
                        Html.fact("Owner", Wording.owner(finding))))
                .with("id", anchored.id()));
        finding.rationale().why().forEach(why -> content.add(element("p", element("strong", "Why: "), text(why))));
        judgement.worstFirst().forEach(part -> content.add(part(part)));
        content.addAll(origins(finding.origin()));
        return element("details", content);
    }

    private static Node part(Part part) {
        var content = new ArrayList<Node>();
        content.add(element("h3", Html.chip(part.outcome()), text(" " + part.name())));
        content.add(element("p", part.message()));
        part.mend()
                .ifPresent(mend -> content.add(element("p", element("strong", "Next step: "), text(mend))
                        .with("class", "next")));
        var facts = new ArrayList<Html.Fact>();
        part.reason().ifPresent(reason -> facts.add(Html.fact("Reason", reason.word())));
        facts.add(Html.fact("Assurance", part.assurance().word()));
        for (Observation observation : part.observations()) {
            facts.add(Html.fact(observation.name(), observation.text()));
        }
        content.add(Html.facts(facts));
        if (!part.places().isEmpty()) {
            content.add(Html.places(part.places()));
        }
        var issues = Wording.issues(part);
        if (!issues.isEmpty()) {
            content.add(element("p", "Issues, as a waiver names them:"));
            content.add(element(
                            "ul",
                            issues.stream()
                                    .map(issue -> element("li", Html.code(issue)))
                                    .toList())
                    .with("class", "places"));
        }
        return element("div", content).with("class", "part");
    }

    private static List<Node> origins(Map<String, Origin> origins) {
        return origins.isEmpty()
                ? List.of()
                : List.of(Html.table(
                        "Who set what is demanded",
                        List.of("Setting", "Policy layer", "Where"),
                        new TreeMap<>(origins)
                                .entrySet().stream()
                                        .map(origin -> List.<Node>of(
                                                Html.code(origin.getKey()),
                                                text(origin.getValue().layer()),
                                                Html.code(origin.getValue()
                                                        .place()
                                                        .toString())))
                                        .toList()));
    }

    private static String id(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
