package io.github.genaigate.report;

import io.github.genaigate.model.Explained;
import io.github.genaigate.model.Explanation;
import io.github.genaigate.model.Explanation.Demanded;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The explanation of a requirement, for a terminal. */
public final class ExplanationReport {

    private static final int LONGEST = 600;

    /** The message of a waiver holds the record to sign. */
    private static final int LONGEST_RECORD = 4_000;

    private ExplanationReport() {}

    /** What a person reads; the requirements that can be asked for when none is explained. */
    public static List<String> lines(Explained explained) {
        var lines = new ArrayList<String>();
        explained.explanation().ifPresentOrElse(one -> lines(one, explained, lines), () -> known(explained, lines));
        return lines;
    }

    private static void known(Explained explained, List<String> lines) {
        problems(explained, lines);
        if (!explained.known().isEmpty()) {
            lines.add("Requirements of the policy, to be asked for with -Dgenai-gate.requirement=<id>:");
            explained.known().forEach(one -> lines.add("  " + clean(one.requirement()) + ": " + clean(one.purpose())));
        }
    }

    private static void problems(Explained explained, List<String> lines) {
        explained.problems().forEach(problem -> {
            lines.add("  x " + clean(problem.place() + ": " + problem.what()));
            lines.add("      next: " + clean(problem.mend()));
        });
    }

    private static void lines(Explanation one, Explained explained, List<String> lines) {
        lines.add(clean(one.requirement()) + ", judged by " + clean(one.criterion()));
        lines.add("  claim:     " + clean(one.purpose()));
        one.rationale().why().forEach(why -> lines.add("  why:       " + clean(why)));
        one.rationale()
                .references()
                .forEach((framework, entries) ->
                        lines.add("  see:       " + clean(framework) + ": " + clean(String.join(", ", entries))));
        lines.add("  level:     " + levels(one.levels()) + by(one.levelsBy()));
        one.effectiveFrom().ifPresent(day -> lines.add("  in force:  from " + day + ", before it only warns"));
        lines.add(
                "  waivers:   " + (one.waivable() ? "may remove its block, where the policy allows waivers" : "never"));
        lines.add("");
        lines.add("WHAT IT DEMANDS");
        if (one.demands().isEmpty()) {
            lines.add("  nothing beside the claim");
        }
        one.demands().forEach(demanded -> demanded(demanded, lines));
        one.later().forEach(later -> {
            lines.add("  from " + later.day() + " on");
            if (!later.levels().isEmpty()) {
                lines.add("  level: " + levels(later.levels()));
            }
            later.demands().forEach(demanded -> demanded(demanded, lines));
        });
        lines.add("");
        lines.add("HOW IT IS PROVEN");
        proven(one, lines);
        rests(one, lines);
        lines.add("");
        lines.add("WHAT THE SERVICE HAS");
        has(one, explained, lines);
    }

    private static String levels(Map<String, Level> levels) {
        var told = new ArrayList<String>();
        levels.forEach((stage, level) -> told.add(clean(stage) + ": " + level.word()));
        return String.join(", ", told);
    }

    private static String by(Optional<Origin> origin) {
        return origin.map(by -> "    # " + clean(by.toString())).orElse("");
    }

    private static void demanded(Demanded demanded, List<String> lines) {
        var byValue = byValue(demanded.value());
        boolean same = byValue.size() == 1;
        byValue.forEach((value, stages) -> lines.add("  " + clean(demanded.name())
                + (same ? "" : " at " + clean(String.join(", ", stages))) + ": " + clean(value)
                + (demanded.by().containsKey(stages.get(0))
                        ? by(Optional.ofNullable(demanded.by().get(stages.get(0))))
                        : "    # by default")));
        byValue(demanded.least())
                .forEach((value, stages) -> lines.add("      a layer below may go to " + clean(value)
                        + (stages.size() == demanded.value().size() ? "" : " at " + clean(String.join(", ", stages)))));
        lines.add("      " + clean(demanded.meaning()));
    }

    private static Map<String, List<String>> byValue(Map<String, String> values) {
        var stages = new LinkedHashMap<String, List<String>>();
        values.forEach((stage, value) ->
                stages.computeIfAbsent(value, any -> new ArrayList<>()).add(stage));
        return stages;
    }

    private static void proven(Explanation one, List<String> lines) {
        if (one.section().isEmpty()) {
            lines.add("  by what the repository and the manifest say, without a section of its own");
            return;
        }
        var section = one.section().get();
        lines.add("  by what the manifest claims under " + clean(section.name())
                + ", and the evidence that it names there:");
        for (Field<?> field : section.fields().fields()) {
            lines.add("  " + clean(field.name()) + ": " + clean(field.kind().description()));
            lines.add("      " + clean(field.meaning()));
        }
        if (!one.formats().isEmpty()) {
            lines.add("  formats of evidence that it accepts:");
            one.formats().forEach((format, gives) -> lines.add("  - " + clean(format) + ", for " + clean(gives)));
        }
    }

    /** What the service offers for it, and what a reader must know beside it. */
    private static void rests(Explanation one, List<String> lines) {
        if (one.evidence().isEmpty() && one.waivers().isEmpty() && one.notes().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("WHAT IT RESTS ON");
        one.evidence()
                .forEach(file -> lines.add("  evidence " + clean(file.name()) + ": " + clean(file.path())
                        + file.format().map(format -> ", " + clean(format)).orElse("") + ", " + clean(file.status())));
        one.waivers()
                .forEach(waiver -> lines.add("  waiver through " + waiver.expires() + ", " + clean(waiver.status())
                        + ": " + Visible.line(waiver.message(), LONGEST_RECORD)));
        one.notes().forEach(note -> lines.add("  note: " + clean(note)));
    }

    private static void has(Explanation one, Explained explained, List<String> lines) {
        if (one.finding().isEmpty()) {
            if (explained.problems().isEmpty()) {
                lines.add(
                        "  it is off at the stage " + clean(one.asked().orElse("asked for")) + ", and was not judged");
            } else {
                lines.add("  it was not judged:");
                problems(explained, lines);
            }
            return;
        }
        var finding = one.finding().get();
        lines.add("  " + clean(one.service().orElse("the service")) + " at "
                + clean(one.asked().orElse("")) + ": " + Wording.outcome(finding.outcome()) + follows(finding));
        finding.judgement()
                .worstFirst()
                .forEach(part -> lines.add("    "
                        + (part.outcome().fails() ? "x" : "+") + " " + clean(part.name()) + ", " + Wording.outcome(part)
                        + ": "
                        + clean(part.message())));
        var steps = one.steps();
        if (!steps.isEmpty()) {
            lines.add("");
            lines.add(steps.size() == 1 ? "THE ONE STEP TO GREEN" : "THE " + steps.size() + " STEPS TO GREEN");
            steps.forEach(step -> lines.add("  - " + clean(step)));
        }
    }

    private static String follows(Finding finding) {
        if (finding.waived()) {
            return ", waived";
        }
        return finding.effectiveFrom().isPresent() || !finding.blocks() ? "" : ", blocks";
    }

    private static String clean(String text) {
        return Visible.line(text, LONGEST);
    }
}
