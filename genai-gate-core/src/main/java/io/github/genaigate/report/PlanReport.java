package io.github.genaigate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Foresight;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Spans;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A plan of what is to be measured, as a table for a terminal and as JSON for machines. */
public final class PlanReport {

    private static final List<String> HEADERS =
            List.of("requirement", "claim", "demanded", "confidence", "at the least", "likely", "time");
    private static final int WIDEST = 48;
    private static final int LONGEST = 400;

    private PlanReport() {}

    /** The table; problems alone when there are any. */
    public static List<String> lines(Foresight plan) {
        var lines = new ArrayList<String>();
        if (!plan.problems().isEmpty()) {
            lines.add(Wording.count(plan.problems().size(), "problem") + " in the input, so nothing was planned");
            plan.problems().forEach(problem -> {
                lines.add("  x " + whole(problem.place() + ": " + problem.what()));
                lines.add("      next: " + whole(problem.mend()));
            });
            return lines;
        }
        lines.add("What " + clean(plan.service().orElse("the service")) + " will have to measure for "
                + clean(plan.stage().orElse("the stage")));
        lines.add("at the least: if nothing fails; likely: enough with probability " + plan.probability() + " if "
                + plan.failing() + " of the failures that are allowed occur, each sample by itself");
        lines.add("");
        if (plan.lines().isEmpty()) {
            lines.add("  no claim rests on samples");
        } else {
            table(plan.lines().stream().map(PlanReport::row).toList(), lines);
        }
        if (!plan.others().isEmpty()) {
            lines.add("");
            lines.add("nothing to sample, or nothing claimed yet: " + whole(String.join(", ", plan.others())));
        }
        return lines;
    }

    private static List<String> row(Foresight.Line line) {
        Effort effort = line.effort();
        return List.of(
                clean(line.requirement()),
                clean(effort.claim()),
                effort.demanded().toString(),
                effort.confidence().toString(),
                samples(effort.least(), effort.thing()),
                samples(effort.likely(), effort.thing()),
                effort.time().map(Spans::format).orElse("-"));
    }

    private static String samples(OptionalLong number, String thing) {
        return number.isPresent() ? Wording.count(number.getAsLong(), thing) : "no number";
    }

    private static void table(List<List<String>> rows, List<String> lines) {
        var all = new ArrayList<List<String>>();
        all.add(HEADERS);
        all.addAll(rows);
        var widths = new int[HEADERS.size()];
        all.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        all.forEach(row -> {
            var text = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                text.append(' ')
                        .append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length() + 1));
            }
            lines.add(text.toString().stripTrailing());
        });
    }

    /** The same as JSON. */
    public static void json(Foresight plan, Appendable out) throws IOException {
        JsonReport.document(out, (json, generator) -> {
            json.text("schema", Foresight.SCHEMA);
            json.text("service", plan.service());
            json.text("stage", plan.stage());
            json.share("failing", plan.failing());
            json.share("probability", plan.probability());
            json.objects("claims", plan.lines(), line -> {
                json.text("requirement", line.requirement());
                json.text("level", line.level().word());
                effort(line.effort(), json, generator);
            });
            json.texts("others", plan.others());
            json.problems(plan.problems());
        });
    }

    private static void effort(Effort effort, JsonFields json, JsonGenerator generator) throws IOException {
        json.text("claim", effort.claim());
        json.text("sample", effort.thing());
        json.share("demanded", effort.demanded());
        json.share("assumed", effort.assumed());
        json.share("confidence", effort.confidence());
        number("atLeast", effort.least(), generator);
        number("likely", effort.likely(), generator);
        var seconds = effort.time().map(Duration::toMillis);
        if (seconds.isPresent()) {
            generator.writeFieldName("seconds");
            generator.writeNumber(
                    Observation.digits(BigDecimal.valueOf(seconds.get(), 3).stripTrailingZeros()));
        } else {
            generator.writeNullField("seconds");
        }
        json.object("place", () -> json.place(effort.place()));
    }

    private static void number(String name, OptionalLong number, JsonGenerator generator) throws IOException {
        if (number.isPresent()) {
            generator.writeNumberField(name, number.getAsLong());
        } else {
            generator.writeNullField(name);
        }
    }

    private static String whole(String hostile) {
        return Visible.line(hostile, LONGEST);
    }

    private static String clean(String hostile) {
        return Visible.line(hostile, WIDEST);
    }
}
