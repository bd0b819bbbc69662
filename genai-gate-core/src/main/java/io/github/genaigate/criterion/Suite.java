package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A suite that the manifest declares, with all that manifest and policy want of it.
 *
 * @param name what it is called
 * @param evidence the name of the run
 * @param selection which cases are in it: the policy's goes before the manifest's
 * @param passing the claims on what passes: the stricter share of the two
 * @param scores the claims on mean scores
 * @param grading the demands on how it was answered and judged
 */
record Suite(
        String name,
        String evidence,
        Selection selection,
        List<SuiteClaim> passing,
        List<ScoreClaim> scores,
        Grading grading) {

    /** What the manifest claims of a suite, together with what the policy demands of it. */
    static Suite of(Entry claimed, Optional<Entry> demanded, Demand demand, Grading grading) {
        var name = Words.brief(claimed.get(SuiteFields.NAME));
        var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
        int minimum =
                demanded.flatMap(entry -> entry.find(SuiteFields.MINIMUM_CASES)).orElse(0);
        var entries = Stream.of(Optional.of(claimed), demanded)
                .flatMap(Optional::stream)
                .toList();
        var scores = new LinkedHashMap<List<Object>, ScoreClaim>();
        entries.forEach(entry -> scores(name, entry, minimum, confidence)
                .forEach(claim -> scores.merge(claim.subject(), claim, ScoreClaim::and)));
        return new Suite(
                name,
                Words.brief(claimed.get(SuiteFields.EVIDENCE)),
                selection(claimed, demanded),
                Stream.of(SuiteFields.PASSING, SuiteFields.PASSING_RUNS)
                        .flatMap(field -> entries.stream()
                                .flatMap(entry -> entry.find(field).stream())
                                .max(Share::compareTo)
                                .map(share -> new SuiteClaim(
                                        name, share, field.equals(SuiteFields.PASSING_RUNS), minimum, confidence))
                                .stream())
                        .toList(),
                List.copyOf(scores.values()),
                grading);
    }

    private static Selection selection(Entry claimed, Optional<Entry> demanded) {
        boolean whole = demanded.flatMap(entry -> entry.find(SuiteFields.WHOLE)).orElse(false);
        return new Selection(
                whole
                        ? Map.of()
                        : demanded.flatMap(entry -> entry.find(SuiteFields.SELECT))
                                .or(() -> claimed.find(SuiteFields.SELECT))
                                .orElse(Map.of()));
    }

    private static List<ScoreClaim> scores(String suite, Entry entry, int minimum, Share confidence) {
        return entry.find(SuiteFields.SCORE)
                .map(score -> Stream.concat(
                                entry.find(SuiteFields.AT_LEAST).stream()
                                        .map(limit -> new ScoreClaim(
                                                suite, score, Direction.AT_LEAST, limit, minimum, confidence)),
                                entry.find(SuiteFields.AT_MOST).stream()
                                        .map(limit -> new ScoreClaim(
                                                suite, score, Direction.AT_MOST, limit, minimum, confidence)))
                        .toList())
                .orElse(List.of());
    }

    /** All parts: what passes, what the scores are, and how it was judged. */
    List<Part> judge(Facts facts, String evidenceName) {
        return facts.holds(evidenceName, Shape.FIGURES) && passing.isEmpty()
                ? facts.evidence(evidenceName, Shape.FIGURES).judge(part(), this::judge)
                : facts.evidence(evidenceName, Shape.CASES).judge(part(), this::judge);
    }

    private List<Part> judge(Cases cases) {
        var runs = selection.of(cases);
        if (runs.isEmpty()) {
            return List.of(selection.nothing(part(), "Suite " + name, evidence, cases));
        }
        var parts = new ArrayList<Part>();
        passing.forEach(claim -> parts.add(claim.judge(runs, cases)));
        scores.forEach(claim -> parts.add(claim.judge(runs)));
        parts.addAll(grading.judge(runs));
        return parts;
    }

    /** Published means have no cases: there is nothing to select, and nothing that says who judged. */
    private List<Part> judge(Figures figures) {
        var parts = new ArrayList<Part>();
        if (!selection.attributes().isEmpty()) {
            parts.add(Part.unproven(
                    part(),
                    Reason.INCOMPLETE,
                    "Suite " + name + ": " + evidence + " holds means, of which no cases can be selected",
                    "Leave select out, and name the score of what it selects"));
        }
        scores.forEach(claim -> parts.add(claim.judge(figures, evidence)));
        parts.addAll(grading.unknown(evidence));
        return parts;
    }

    private String part() {
        return "suite " + name;
    }
}
