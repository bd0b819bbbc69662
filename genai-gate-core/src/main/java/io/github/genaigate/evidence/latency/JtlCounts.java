package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import java.util.Collection;
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

    private final LoadCounter load = new LoadCounter();

    private Optional<Timestamps> timestamps = Optional.empty();
    private long requests;
    private long transactions;
    private long around;
    private long aggregates;

    JtlCounts(JtlLayout layout, Collection<Question> questions) {
        this.counters = RequestCounter.of(questions, layout::column);
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
        long time = time(row);
        var operation = row.label(operations);
        long several = row.requests();
        if (several == 1) {
            count(row, time, operation, succeeded);
        } else {
            aggregates++;
            count(row, time, operation, several, row.errors(several));
        }
    }

    private void count(JtlRow row, long time, Operation operation, boolean succeeded) throws UnreadableException {
        load(row, time, 1, succeeded ? 0 : 1);
        operation.requests++;
        if (!succeeded) {
            operation.errors++;
        }
        for (var counter : operation.counters) {
            counter.at(Math.max(0, time));
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

    private void count(JtlRow row, long time, Operation operation, long several, long errors)
            throws UnreadableException {
        if (several == 0) {
            return;
        }
        load(row, time, several, errors);
        operation.requests += several;
        operation.errors += errors;
        for (var counter : operation.counters) {
            counter.at(Math.max(0, time));
            counter.several(several, errors);
        }
    }

    private void load(JtlRow row, long time, long several, long errors) throws UnreadableException {
        requests += several;
        if (time != Decimals.NONE) {
            load.at(time);
            if (!load.add(several, errors, row.duration())) {
                throw row.beyondCounting();
            }
        }
    }

    private long time(JtlRow row) throws UnreadableException {
        if (timestamps.isEmpty()) {
            timestamps = Optional.of(row.timestamps());
        }
        return row.time(timestamps.get());
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
        return RequestCounter.samples(counts, counters, load);
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
