package io.github.genaigate.report;

import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Impact.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a policy would hit, as lines for a terminal and as JSON for machines. */
public final class ImpactReport {

    private static final int LONGEST = 600;

    /** A terminal holds no more; the file holds all. */
    private static final int MOST = 50;

    private ImpactReport() {}

    /** What a person reads; problems alone when there are any. */
    public static List<String> lines(Impact impact) {
        var lines = new ArrayList<String>();
        if (!impact.problems().isEmpty()) {
            lines.add(Wording.count(impact.problems().size(), "problem") + " in the input, so nothing was replayed");
            impact.problems().forEach(problem -> {
                lines.add("  x " + clean(problem.place() + ": " + problem.what()));
                lines.add("      next: " + clean(problem.mend()));
            });
            return lines;
        }
        lines.add(clean(impact.policy().name() + " " + impact.policy().version()) + " over "
                + Wording.count(impact.services().size(), "service") + ", today and the next "
                + Wording.count(impact.days(), "day"));
        impact.counts().forEach((change, count) -> lines.add("  " + count + " " + words(change)));
        if (impact.older() > 0) {
            lines.add("  " + Wording.count(impact.older(), "older decision") + " passed over");
        }
        requirements(impact, lines);
        services(impact, Change.TURNS_RED, lines);
        services(impact, Change.CANNOT_TELL, lines);
        if (!impact.unusable().isEmpty()) {
            lines.add("");
            lines.add("CANNOT BE USED (" + impact.unusable().size() + ")");
            impact.unusable().stream()
                    .limit(MOST)
                    .forEach(problem ->
                            lines.add("  ! " + clean(problem.place() + ": " + problem.what() + "; " + problem.mend())));
            more(impact.unusable().size(), lines);
        }
        lines.add("");
        lines.add("A preview from recorded facts: a decision file proves nothing, and a run of the gate decides");
        return lines;
    }

    private static String words(Change change) {
        return switch (change) {
            case TURNS_RED -> "turn red";
            case CANNOT_TELL -> "cannot be told";
            case STAYS_RED -> "stay red";
            case TURNS_GREEN -> "turn green";
            case STAYS_GREEN -> "stay green";
        };
    }

    private static void requirements(Impact impact, List<String> lines) {
        var requirements = impact.requirements();
        if (requirements.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("WHAT TURNS THEM RED");
        requirements.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add("  " + entry.getValue() + " "
                        + clean(entry.getKey().isEmpty() ? "(the input)" : entry.getKey())));
    }

    private static void services(Impact impact, Change change, List<String> lines) {
        var services = impact.services().stream()
                .filter(service -> service.change() == change)
                .toList();
        if (services.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add((change == Change.TURNS_RED ? "TURN RED (" : "CANNOT BE TOLD (") + services.size() + ")");
        services.stream().limit(MOST).forEach(service -> {
            lines.add("  x " + clean(service.name())
                    + service.from().map(day -> ", from " + day).orElse("")
                    + (service.anyway() ? ", which it would by itself" : "")
                    + " (" + clean(service.file()) + ")");
            service.red().forEach(red -> {
                lines.add("      "
                        + clean((red.requirement().isEmpty() ? "" : red.requirement() + ": ") + red.message()));
                lines.add("        next: " + clean(red.mend()));
            });
        });
        more(services.size(), lines);
    }

    private static void more(int all, List<String> lines) {
        if (all > MOST) {
            lines.add("  and " + (all - MOST) + " more, all in the file");
        }
    }

    /** The same as JSON. */
    public static void json(Impact impact, Appendable out) throws IOException {
        JsonReport.document(out, (json, generator) -> {
            json.text("schema", Impact.SCHEMA);
            json.object("policy", () -> {
                json.text("name", impact.policy().name());
                json.text("version", impact.policy().version());
                json.text("digest", impact.policy().digest());
            });
            json.text("at", impact.at().toString());
            json.number("days", impact.days());
            json.object("counts", () -> {
                for (var count : impact.counts().entrySet()) {
                    json.number(count.getKey().word(), count.getValue());
                }
            });
            json.number("older", impact.older());
            json.objects("services", impact.services(), service -> {
                json.text("service", service.name());
                json.text("file", service.file());
                json.text("verdict", service.verdict().name());
                json.text("evaluatedAt", service.evaluatedAt().toString());
                json.text("change", service.change().word());
                json.text("from", service.from().map(Object::toString));
                json.flag("anyway", service.anyway());
                json.objects("red", service.red(), red -> {
                    json.text("requirement", Optional.of(red.requirement()).filter(id -> !id.isEmpty()));
                    json.flag("known", red.known());
                    json.text("message", red.message());
                    json.text("mend", red.mend());
                });
            });
            json.objects("unusable", impact.unusable(), problem -> {
                json.object("place", () -> json.place(problem.place()));
                json.text("what", problem.what());
                json.text("mend", problem.mend());
            });
            json.problems(impact.problems());
        });
    }

    private static String clean(String text) {
        return Visible.line(text, LONGEST);
    }
}
