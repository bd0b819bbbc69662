package io.github.genaigate.evidence.figures;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a file of figures, added up for each figure and arm. */
final class FigureGroups {

    private static final int MOST = 10_000;

    private final Map<Key, Figure> groups = new LinkedHashMap<>();
    private Optional<Instant> first = Optional.empty();

    private record Key(String figure, Optional<String> arm) {}

    void add(FigureRow row) throws UnreadableException {
        var key = new Key(row.figure(), row.arm());
        var before = Optional.ofNullable(groups.get(key));
        if (before.isEmpty() && groups.size() == MOST) {
            throw row.wrong(
                    "The file holds more than " + MOST + " figures and arms",
                    "Name each figure once, and put each into one");
        }
        var time = row.time();
        var value = row.columns().has(FigureColumns.VALUE)
                ? sampled(row, before.map(Figure::value))
                : counted(row, before.map(Figure::value));
        Place place = before.map(Figure::place).orElse(row.place());
        groups.put(key, new Figure(key.figure(), key.arm(), value, place));
        first = time.filter(at -> first.isEmpty() || at.isBefore(first.get())).or(() -> first);
    }

    private static Value sampled(FigureRow row, Optional<Value> before) throws UnreadableException {
        var sample = Moments.of(row.value());
        return new Value.Sampled(
                before.isPresent() && before.get() instanceof Value.Sampled sampled
                        ? sampled.moments().plus(sample)
                        : sample);
    }

    private static Value counted(FigureRow row, Optional<Value> before) throws UnreadableException {
        long trials = row.count(FigureColumns.TRIALS);
        long successes = row.count(FigureColumns.SUCCESSES);
        if (successes > trials) {
            throw row.wrong(
                    "There are " + successes + " successes in " + trials + " trials",
                    "Count every success as a trial too");
        }
        return before.isPresent() && before.get() instanceof Value.Counted counted
                ? new Value.Counted(
                        Math.addExact(counted.trials(), trials), Math.addExact(counted.successes(), successes))
                : new Value.Counted(trials, successes);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    Figures figures() {
        return new Figures(List.copyOf(groups.values()));
    }

    /** When the oldest row was taken: the age of the file is that of its oldest part. */
    Optional<Instant> first() {
        return first;
    }
}
