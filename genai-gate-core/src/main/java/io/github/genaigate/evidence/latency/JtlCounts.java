package io.github.genaigate.evidence.latency;

import static java.util.stream.Collectors.groupingBy;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rows of a JMeter CSV file add up to. Sums and extremes only, so that what is counted of two parts of a file can
 * be merged as {@link Samples} are.
 */
final class JtlCounts {

    private static final int MOST_LABELS = 10_000;

    private final List<RequestCounter> counters;
    private final Labels<Operation> operations = new Labels<>(MOST_LABELS, this::operation);

    private Optional<Timestamps> timestamps = Optional.empty();
    private long first = Long.MAX_VALUE;
    private long last = Decimals.NONE;
    private long requests;
    private long transactions;
    private long around;
    private long aggregates;

    JtlCounts(JtlLayout layout, Collection<Question> questions) {
        record Subject(Optional<String> operation, Metric metric) {}
        this.counters = questions.stream()
                .collect(groupingBy(question -> new Subject(question.operation(), question.metric())))
                .values()
                .stream()
                .map(same -> new RequestCounter(layout.column(same.get(0).metric()), same))
                .toList();
    }

    /** Counts one row. */
    void add(JtlRow row) throws UnreadableException {
        row.check();
        if (row.isTransaction()) {
            transactions++;
            return;
        }
        if (row.isAroundTheLoad()) {
            around++;
            return;
        }
        boolean succeeded = row.succeeded();
        seen(row);
        var operation = row.label(operations);
        long several = row.requests();
        if (several == 1) {
            count(row, operation, succeeded);
        } else {
            aggregates++;
            count(operation, several, row.errors(several));
        }
    }

    private void count(JtlRow row, Operation operation, boolean succeeded) throws UnreadableException {
        requests++;
        operation.requests++;
        if (!succeeded) {
            operation.errors++;
        }
        for (var counter : operation.counters) {
            if (!succeeded) {
                counter.failed();
                continue;
            }
            long nanos = row.nanos(counter.column());
            if (nanos == Decimals.NONE) {
                counter.unmeasured();
            } else {
                counter.succeeded(nanos);
            }
        }
    }

    private void count(Operation operation, long several, long errors) {
        requests += several;
        operation.requests += several;
        operation.errors += errors;
        for (var counter : operation.counters) {
            counter.several(several, errors);
        }
    }

    private void seen(JtlRow row) throws UnreadableException {
        if (timestamps.isEmpty()) {
            timestamps = Optional.of(row.timestamps());
        }
        long time = row.time(timestamps.get());
        if (time != Decimals.NONE) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
    }

    long requests() {
        return requests;
    }

    /** Rows of transaction controllers. */
    long transactions() {
        return transactions;
    }

    /** Rows of the thread groups that set up and tear down. */
    long around() {
        return around;
    }

    /** Rows that stand for several requests, or for none. */
    long aggregates() {
        return aggregates;
    }

    Samples samples() {
        var counts = new TreeMap<String, Samples.Count>();
        for (var operation : operations.all()) {
            counts.merge(operation.name, new Samples.Count(operation.requests, operation.errors), Samples.Count::plus);
        }
        var answers = new HashMap<Question, Tally>();
        var histograms = new HashMap<Question, Histogram>();
        counters.forEach(counter -> counter.report(answers, histograms));
        boolean timed = last != Decimals.NONE;
        return new Samples(
                timed ? Optional.of(Instant.ofEpochMilli(first)) : Optional.empty(),
                timed ? Optional.of(Instant.ofEpochMilli(last)) : Optional.empty(),
                counts,
                answers,
                histograms);
    }

    private Operation operation(String label) {
        String name = label.replace("\"\"", "\"");
        return new Operation(
                name, counters.stream().filter(counter -> counter.isAbout(name)).toArray(RequestCounter[]::new));
    }

    /** One label, as it is counted. */
    private static final class Operation {
        private final String name;
        private final RequestCounter[] counters;
        private long requests;
        private long errors;

        private Operation(String name, RequestCounter[] counters) {
            this.name = name;
            this.counters = counters;
        }
    }
}
