package io.github.genaigate.gate;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Timeline;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Answers to questions that were not asked when requests were counted (rule R4).
 *
 * <p>Bounds of a count say nothing of how failures cluster in time: between two limits there may be a cluster that is hidden
 * among others at the tighter one. So where times are told, a count that is not settled can refute a claim and never prove one.
 *
 * @param doubting whether bounds prove nothing even where times are not told; what is left open is then known to be open
 */
record LimitBounds(boolean doubting) implements FactsView.Answers {

    @Override
    public Lookup<Measurement> apply(Lookup<Measurement> measurement, Set<Question> questions) {
        return measurement.then(known -> known instanceof Samples samples
                ? answered(samples, questions)
                : Lookup.found(known, Assurance.ATTESTED));
    }

    /** Whether some question was not asked. */
    static boolean areNeeded(Lookup<Measurement> measurement, Set<Question> questions) {
        return Known.of(measurement)
                .filter(Samples.class::isInstance)
                .map(samples -> !((Samples) samples).answers().keySet().containsAll(questions))
                .orElse(false);
    }

    private Lookup<Measurement> answered(Samples samples, Set<Question> questions) {
        var answers = new LinkedHashMap<>(samples.answers());
        var series = new LinkedHashMap<>(samples.series());
        var histograms = new LinkedHashMap<>(samples.histograms());
        boolean open = false;
        var unknown = new StringBuilder("how many requests");
        for (Question question : questions) {
            if (answers.containsKey(question)) {
                continue;
            }
            unknown.append(open ? "," : "")
                    .append(question.operation().map(name -> " of " + name).orElse(""))
                    .append(" were within ")
                    .append(Spans.format(question.limit()));
            var bracket = Bracket.of(samples, question);
            if (bracket.isEmpty()) {
                return Lookup.absent(Recorded.unknown(unknown.toString()));
            }
            boolean timed = bracket.get().fewest().isPresent();
            open |= !bracket.get().settled() && (timed || doubting);
            answers.put(question, bracket.get().tally());
            histograms.put(question, bracket.get().histogram());
            if (timed) {
                series.put(question, bracket.get().fewest().orElse(Timeline.empty()));
            }
        }
        var all = new Samples(
                samples.first(),
                samples.last(),
                samples.operations(),
                answers,
                histograms,
                series,
                samples.loads(),
                samples.usage(),
                samples.warmUp(),
                samples.remedy());
        return open
                ? Lookup.doubtful(all, Assurance.ATTESTED, Recorded.unknown(unknown.toString()))
                : Lookup.found(all, Assurance.ATTESTED);
    }
}
