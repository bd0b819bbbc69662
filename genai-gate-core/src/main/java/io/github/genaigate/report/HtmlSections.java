package io.github.genaigate.report;

import static io.github.genaigate.report.Node.element;
import static io.github.genaigate.report.Node.text;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the page that do not tell findings. None is there when there is nothing to tell. */
final class HtmlSections {

    private HtmlSections() {}

    static List<Node> remarks(Decision decision) {
        var all = new ArrayList<String>();
        Wording.remark(decision).ifPresent(all::add);
        all.addAll(decision.notes());
        return all.isEmpty()
                ? List.of()
                : List.of(element(
                                "ul",
                                all.stream().map(note -> element("li", note)).toList())
                        .with("class", "notes"));
    }

    static List<Node> problems(Decision decision) {
        var rows = decision.problems().stream()
                .map(problem -> List.<Node>of(
                        Html.code(problem.place().toString()), text(problem.what()), text(problem.mend())))
                .toList();
        return table("problems", "Problems in the input", List.of("Where", "What is wrong", "Next step"), rows);
    }

    static List<Node> waivers(Decision decision) {
        var rows = decision.waivers().stream()
                .map(waiver -> List.<Node>of(
                        text(waiver.requirement()),
                        text(Wording.scope(waiver)),
                        text(Wording.day(decision, waiver.expires())),
                        text(waiver.status()),
                        text(waiver.message()),
                        Html.code(waiver.place().toString())))
                .toList();
        return table(
                "waivers",
                "Waivers in the manifest",
                List.of("Requirement", "Scope", "Ends", "Status", "Why", "Where"),
                rows);
    }

    static List<Node> exemptions(Decision decision) {
        var rows = decision.exemptions().stream()
                .map(exemption -> List.<Node>of(
                        text(exemption.requirement()),
                        text(exemption.status()),
                        text(exemption.message()),
                        Html.code(exemption.origin().toString())))
                .toList();
        return table(
                "exemptions", "Exemptions by the policy", List.of("Requirement", "Status", "Why", "Granted by"), rows);
    }

    static List<Node> evidence(Decision decision) {
        var rows = decision.evidence().stream().map(HtmlSections::row).toList();
        return table(
                "evidence",
                "Evidence",
                List.of("Name", "File", "Format", "Taken", "Assurance", "Binding", "Status", "SHA-256"),
                rows);
    }

    private static List<Node> row(EvidenceFile file) {
        return List.of(
                text(file.name()),
                Html.code(file.path()),
                orUnknown(file.format().map(Node::text)),
                orUnknown(file.takenAt()
                        .map(time -> element("time", Wording.time(time)).with("datetime", time.toString()))),
                text(file.assurance().word()),
                text(file.binding().word()),
                text(file.status()),
                orUnknown(file.sha256().map(Html::code)));
    }

    static List<Node> policy(Decision decision) {
        var rows = decision.policy().layers().stream()
                .flatMap(layer -> Stream.concat(
                        Stream.of(layer(layer, Html.code(layer.source()), layer.sha256())),
                        layer.files().stream().map(file -> layer(layer, text("file " + file.name()), file.sha256()))))
                .toList();
        return table("policy", "Policy layers and files", List.of("Layer", "Source", "Origin", "SHA-256"), rows);
    }

    private static List<Node> layer(Decision.LayerIdentity layer, Node source, String sha256) {
        return List.of(text(layer.name() + " " + layer.version()), source, text(layer.origin()), Html.code(sha256));
    }

    private static Node orUnknown(Optional<? extends Node> value) {
        return value.isPresent() ? value.get() : text("unknown");
    }

    static List<Node> table(String id, String title, List<String> headers, List<List<Node>> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        Html.section(id, title + " (" + rows.size() + ")", List.of(Html.table(title, headers, rows))));
    }
}
