package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.YamlScalar;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A first manifest for a folder: what was found there stands in it, what is missing stands in comments. */
public final class Starter {

    private static final Map<Shape<?>, String> NAMES = Map.of(
            Shape.SAMPLES, "load-test",
            Shape.CASES, "evals",
            Shape.ISSUES, "scan",
            Shape.LINEAGE, "lineage",
            Shape.FIGURES, "figures",
            Shape.PRICES, "prices",
            Shape.DOCUMENT, "document",
            Shape.ALERTS, "alerts");

    private static final int LONGEST_NAME = 100;

    private final List<About> criteria;
    private final Survey survey;
    private final List<Piece> evidence = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Starter(Gate gate, Survey survey) {
        this.criteria =
                gate.criteria().stream().map(criterion -> criterion.about()).toList();
        this.survey = survey;
        var names = new HashMap<String, Integer>();
        survey.evidence().forEach((path, reader) -> {
            String name = NAMES.getOrDefault(reader.shape(), "evidence");
            int number = names.merge(name, 1, Integer::sum);
            evidence.add(new Piece(number == 1 ? name : name + "-" + number, path, reader));
        });
    }

    /** A file of evidence under the name that the manifest gives it. */
    private record Piece(String name, String path, EvidenceReader reader) {}

    /**
     * The text of the manifest. It loads without problems.
     *
     * @param folder the folder of the manifest
     * @param service the name of the service
     * @param command what runs a goal, up to the colon before its name
     */
    public static String of(Gate gate, Path folder, String service, String command) throws IOException {
        return new Starter(gate, Survey.of(folder, gate.readers())).write(service, command);
    }

    private String write(String service, String command) {
        line("# What this service claims, and where the evidence lies. The gate judges it against the policy.");
        line("# " + command + ":check judges,");
        line("# " + command + ":criteria lists all that can be claimed.");
        line("apiVersion: genai-gate/v1");
        line("kind: Readiness");
        line("service:");
        line("  name: " + YamlScalar.quoted(straight(service)));
        line("  # summary: What it does for whom, in one sentence.");
        line("  stage: pilot    # the stage that it asks to enter: poc, pilot or production");
        line("  # The files that define its behaviour. When one changes, sign-offs and evidence have to be renewed.");
        var content = survey.content().isEmpty() ? List.of("src/main/**") : survey.content();
        line("  content: ["
                + String.join(", ", content.stream().map(YamlScalar::quoted).toList()) + "]");
        owners();
        allEvidence();
        sections();
        line("");
        line("# Approvals of the content above, by role. Each is a record that the approver commits.");
        line("# signOffs:");
        line("#   - { role: risk, record: governance/risk.yaml }");
        return text.toString();
    }

    private void owners() {
        line("");
        line("# Who answers for the service. The accountable owner is named in every finding.");
        if (survey.owners().isEmpty()) {
            line("# owners:");
            line("#   - { role: accountable, id: \"@your-team\" }");
            line("#   - { role: engineering, id: you@your-company.example }");
            return;
        }
        line("owners:");
        line("  # from the code owners file; keep the one who is accountable first");
        String role = "accountable";
        for (String owner : survey.owners()) {
            line("  - { role: " + role + ", id: " + YamlScalar.quoted(owner) + " }");
            role = "engineering";
        }
    }

    private void allEvidence() {
        line("");
        line("# Every file of evidence once, by a name that the sections below refer to.");
        if (evidence.isEmpty()) {
            line("# evidence:");
            line("#   load-test: perf/results.jtl");
            return;
        }
        line("evidence:");
        evidence.forEach(piece -> line("  " + piece.name() + ": " + YamlScalar.quoted(piece.path()) + "    # "
                + piece.reader().format()));
    }

    private void sections() {
        for (About about : criteria) {
            about.section().filter(section -> !section.name().contains(".")).ifPresent(section -> {
                line("");
                line("# " + about.id() + ": " + about.purpose());
                var claim = claim(section);
                if (claim.isEmpty()) {
                    outline(section);
                } else {
                    claim.forEach(this::line);
                }
            });
        }
    }

    /** What can be claimed from the evidence that was found; the numbers are for the team to set. */
    private List<String> claim(Section section) {
        return switch (section.name()) {
            case "latency" -> list("latency", "budgets", Shape.SAMPLES, "metric: duration, within: 2 s, share: 95 %");
            case "evaluation" -> list("evaluation", "suites", Shape.CASES, "passing: 90 %");
            case "security" -> references("security", "evidence", Shape.ISSUES);
            case "lineage" -> lineage();
            case "documents" -> documents();
            case "operations" -> references("operations", "alerts", Shape.ALERTS);
            default -> List.of();
        };
    }

    private List<String> list(String section, String field, Shape<?> shape, String claim) {
        var lines = new ArrayList<String>();
        for (String name : named(shape)) {
            lines.add("    - { name: " + name + ", evidence: " + name + ", " + claim
                    + " }    # set what your users need");
        }
        if (!lines.isEmpty()) {
            lines.addAll(0, List.of(section + ":", "  " + field + ":"));
        }
        return lines;
    }

    private List<String> references(String section, String field, Shape<?> shape) {
        var names = named(shape);
        return names.isEmpty()
                ? List.of()
                : List.of(section + ":", "  " + field + ": [" + String.join(", ", names) + "]");
    }

    private List<String> documents() {
        var lines = new ArrayList<String>();
        evidence.stream()
                .filter(piece -> piece.reader().shape().equals(Shape.DOCUMENT))
                .forEach(piece -> lines.add("    - { name: " + piece.name() + ", evidence: " + piece.name()
                        + " }    # set the name by which the policy demands " + straight(piece.path())));
        if (!lines.isEmpty()) {
            lines.addAll(0, List.of("documents:", "  files:"));
        }
        return lines;
    }

    private List<String> lineage() {
        var lines = new ArrayList<>(references("lineage", "evidence", Shape.LINEAGE));
        if (!lines.isEmpty() && !survey.datasets().isEmpty()) {
            lines.add("  # what the events name; add owner, licence and personalData to each");
            lines.add("  datasets:");
            survey.datasets()
                    .forEach(dataset -> lines.add("    - { name: " + YamlScalar.quoted(dataset.name()) + ", namespace: "
                            + YamlScalar.quoted(dataset.namespace()) + " }"));
        }
        return lines;
    }

    private List<String> named(Shape<?> shape) {
        return evidence.stream()
                .filter(piece -> piece.reader().shape().equals(shape))
                .map(Piece::name)
                .toList();
    }

    private void outline(Section section) {
        line("# " + section.name() + ":");
        var element = section.bare() ? group(section.kind()) : Optional.<Kind.Group>empty();
        element.ifPresentOrElse(
                group -> element(group, "#   "), () -> outline(section.fields().fields(), "#   "));
    }

    /** The fields of one entry of a list. */
    private void element(Kind.Group group, String indent) {
        line(indent + "- " + value(group.fields().get(0)));
        outline(group.fields().subList(1, group.fields().size()), indent + "  ");
    }

    /** The fields of a section with their meaning, as comments. */
    private void outline(List<Field<?>> fields, String indent) {
        for (Field<?> field : fields) {
            var group = group(field.kind());
            if (group.isPresent()) {
                line(indent + field.name() + ":    # " + field.meaning());
                if (field.kind() instanceof Kind.ListOf<?>) {
                    element(group.get(), indent + "  ");
                } else {
                    outline(group.get().fields(), indent + "  ");
                }
            } else {
                line(indent + value(field));
            }
        }
    }

    private static String value(Field<?> field) {
        return field.name() + ": <" + field.kind().description() + ">    # " + field.meaning()
                + (field.required() ? "" : " (optional)");
    }

    private static Optional<Kind.Group> group(Kind<?> kind) {
        if (kind instanceof Kind.Group group) {
            return Optional.of(group);
        }
        return kind instanceof Kind.ListOf<?> list ? group(list.element()) : Optional.empty();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The name on one line, and no longer than a name may be. */
    private static String straight(String name) {
        var line = new StringBuilder();
        name.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
                .limit(LONGEST_NAME)
                .forEach(line::appendCodePoint);
        var straight = line.toString().strip();
        return straight.isEmpty() ? "service" : straight;
    }
}
