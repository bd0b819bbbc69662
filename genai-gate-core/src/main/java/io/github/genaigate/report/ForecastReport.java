package io.github.genaigate.report;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.model.Part;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A forecast, as lines for a terminal and as JSON for machines. */
public final class ForecastReport {

    private static final int LONGEST = 600;

    private ForecastReport() {}

    /** What a person reads; problems alone when there are any. */
    public static List<String> lines(Forecast forecast) {
        var lines = new ArrayList<String>();
        if (!forecast.problems().isEmpty()) {
            lines.add(Wording.count(forecast.problems().size(), "problem") + " in the input, so nothing was foreseen");
            forecast.problems().forEach(problem -> {
                lines.add("  x " + clean(problem.place() + ": " + problem.what()));
                lines.add("      next: " + clean(problem.mend()));
            });
            return lines;
        }
        lines.add("What turns red for " + clean(forecast.service().orElse("the service")) + " at "
                + clean(forecast.stage().orElse("the stage")) + " in the next " + Wording.count(forecast.days(), "day")
                + " when nothing is done");
        if (!forecast.red().isEmpty()) {
            lines.add("");
            lines.add("BLOCKS TODAY (" + forecast.red().size() + ")");
            forecast.red().forEach(finding -> lines.add("  x " + clean(finding.requirement())));
        }
        lines.add("");
        if (forecast.turns().isEmpty()) {
            lines.add("nothing more");
        }
        forecast.turns().forEach(turn -> turn(forecast, turn, lines));
        return lines;
    }

    private static void turn(Forecast forecast, Forecast.Turn turn, List<String> lines) {
        var finding = turn.finding();
        lines.add(turn.day() + ", in " + Wording.count(days(forecast, turn), "day") + ": "
                + clean(finding.requirement()) + (blocks(finding) ? " blocks" : " warns"));
        // Several parts may rest on one piece of evidence, and say the same of it.
        finding.judgement().failing().stream()
                .map(ForecastReport::told)
                .distinct()
                .forEach(lines::addAll);
    }

    private static List<String> told(Part part) {
        var told = new ArrayList<>(List.of("    " + clean(part.message())));
        part.mend().ifPresent(mend -> told.add("    next: " + clean(mend)));
        return told;
    }

    private static boolean blocks(Finding finding) {
        return finding.blocks() && finding.effectiveFrom().isEmpty();
    }

    private static long days(Forecast forecast, Forecast.Turn turn) {
        return ChronoUnit.DAYS.between(forecast.at().atOffset(ZoneOffset.UTC).toLocalDate(), turn.day());
    }

    /** The same as JSON. */
    public static void json(Forecast forecast, Appendable out) throws IOException {
        JsonReport.document(out, (json, generator) -> {
            var findings = new JsonFindings(json);
            json.text("schema", Forecast.SCHEMA);
            json.text("service", forecast.service());
            json.text("stage", forecast.stage());
            json.text("at", forecast.at().toString());
            json.number("days", forecast.days());
            json.texts("red", forecast.red().stream().map(Finding::requirement).toList());
            json.objects("turns", forecast.turns(), turn -> {
                json.text("day", turn.day().toString());
                json.number("inDays", Math.toIntExact(days(forecast, turn)));
                findings.write(turn.finding(), blocks(turn.finding()));
            });
            json.problems(forecast.problems());
        });
    }

    private static String clean(String text) {
        return Visible.line(text, LONGEST);
    }
}
