package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import io.github.genaigate.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts requests that are recorded one by one, for all questions in one pass; limits are compared exactly. */
final class RequestLog {

    private static final int MOST_NAMES = 10_000;
    /** A day in microseconds: what a file makes up must not overflow. */
    private static final long LONGEST_BUSY = 86_400_000_000L;

    private final Place file;
    private final List<Answer> answers;
    private final TreeMap<String, Samples.Count> operations = new TreeMap<>();
    private final Map<Long, Load.Moment> moments = new HashMap<>();
    private final TreeMap<String, Usage.Tokens> models = new TreeMap<>();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private long requests;

    RequestLog(Place file, Set<Question> questions) {
        this.file = file;
        this.answers = questions.stream().map(Answer::new).toList();
    }

    void add(ServedRequest request) throws UnreadableException {
        requests++;
        long error = request.failed() ? 1 : 0;
        operations.merge(request.operation(), new Samples.Count(1, error), Samples.Count::plus);
        answers.forEach(answer -> answer.add(request));
        request.began().ifPresent(began -> {
            first = first.filter(earliest -> !began.isBefore(earliest)).or(() -> Optional.of(began));
            last = last.filter(latest -> !began.isAfter(latest)).or(() -> Optional.of(began));
            long micros =
                    request.took().getOrDefault(Metric.DURATION, Duration.ZERO).toNanos() / 1_000;
            long busy = Math.min(micros, LONGEST_BUSY);
            moments.merge(began.getEpochSecond(), new Load.Moment(1, error, busy), Load.Moment::plus);
        });
        count(request.tokens());
        if (operations.size() > MOST_NAMES || models.size() > MOST_NAMES) {
            throw new UnreadableException(
                    file,
                    "The file holds more than " + MOST_NAMES + " operations or models",
                    "Give operations names without anything that differs from request to request");
        }
    }

    private void count(ServedRequest.Tokens tokens) {
        if (tokens.input().isPresent() || tokens.output().isPresent()) {
            models.merge(
                    tokens.model(),
                    new Usage.Tokens(
                            moments(tokens.input()),
                            moments(tokens.output()),
                            moments(tokens.input().map(sent -> tokens.cached()))),
                    Usage.Tokens::plus);
        }
    }

    private static Moments moments(Optional<Long> tokens) {
        return tokens.map(BigDecimal::valueOf).map(Moments::of).orElse(Moments.NONE);
    }

    long requests() {
        return requests;
    }

    Samples samples() {
        var tallies = new LinkedHashMap<Question, Tally>();
        var histograms = new LinkedHashMap<Question, Histogram>();
        var series = new LinkedHashMap<Question, Timeline<Slice>>();
        for (var answer : answers) {
            tallies.put(answer.question, answer.tally());
            histograms.put(answer.question, new Histogram(new TreeMap<>(answer.buckets)));
            if (first.isPresent()) {
                series.put(answer.question, new Timeline<>(0, new TreeMap<>(answer.slices)));
            }
        }
        return new Samples(
                first,
                last,
                operations,
                tallies,
                histograms,
                series,
                first.isPresent() && last.isPresent()
                        ? List.of(new Load(first.get(), last.get(), new Timeline<>(0, new TreeMap<>(moments))))
                        : List.of(),
                models.isEmpty() ? Optional.empty() : Optional.of(new Usage(models)),
                Optional.empty());
    }

    /** The requests that one question is about. */
    private static final class Answer {

        private static final Tally FAILED = Tally.exact(1, 1, 0);
        private static final Tally WITHIN = Tally.exact(1, 0, 0);
        private static final Tally UNMEASURED = Tally.exact(0, 0, 1);

        private final Question question;
        private final Map<Integer, Long> buckets = new HashMap<>();
        private final Map<Long, Slice> slices = new HashMap<>();
        private long trials;
        private long failures;
        private long unmeasured;

        private Answer(Question question) {
            this.question = question;
        }

        void add(ServedRequest request) {
            if (!question.operation().map(request.operation()::equals).orElse(true)) {
                return;
            }
            var took = Optional.ofNullable(request.took().get(question.metric()));
            var tally = request.failed()
                    ? FAILED
                    : took.map(time -> time.compareTo(question.limit()) > 0 ? FAILED : WITHIN)
                            .orElse(UNMEASURED);
            trials += tally.trials();
            failures += tally.failuresAtLeast();
            unmeasured += tally.unmeasured();
            if (!request.failed()) {
                took.ifPresent(time -> buckets.merge(Histogram.bucket((time.toNanos() + 999) / 1_000), 1L, Long::sum));
            }
            request.began()
                    .ifPresent(began -> slices.merge(
                            began.getEpochSecond(), new Slice(tally, request.failed() ? 1 : 0), Slice::plus));
        }

        Tally tally() {
            return Tally.exact(trials, failures, unmeasured);
        }
    }
}
