package io.github.genaigate.evidence.figures;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of a file of figures, its fields converted or refused with the line. */
record FigureRow(String file, FigureColumns columns, CsvRecord row) {

    private static final int LONGEST_NAME = 200;
    /** No more digits than these, so that exact sums stay small. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?");

    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");

    String figure() throws UnreadableException {
        return name(FigureColumns.FIGURE);
    }

    /** The group of a comparison; empty where the file compares nothing. */
    Optional<String> arm() throws UnreadableException {
        return columns.has(FigureColumns.ARM) ? Optional.of(name(FigureColumns.ARM)) : Optional.empty();
    }

    BigDecimal value() throws UnreadableException {
        var text = text(FigureColumns.VALUE);
        if (!NUMBER.matcher(text).matches()) {
            throw wrong("The value is " + quoted(text) + ", not a number such as 12.4", "Give every sample a number");
        }
        return new BigDecimal(text);
    }

    long count(String column) throws UnreadableException {
        var text = text(column);
        if (!COUNT.matcher(text).matches()) {
            throw wrong(
                    "The number of " + column + " is " + quoted(text) + ", not a count such as 120",
                    "Count in whole numbers, from 0 on");
        }
        return Long.parseLong(text);
    }

    Optional<Instant> time() throws UnreadableException {
        if (!columns.has(FigureColumns.TIME)) {
            return Optional.empty();
        }
        var text = text(FigureColumns.TIME);
        var time = Timestamps.zoned(text);
        if (time.isEmpty()) {
            throw wrong(
                    "The time is " + quoted(text) + ", not a time with its zone",
                    "Write times such as 2026-11-20T08:00:00Z, or leave the column out");
        }
        return time;
    }

    private String name(String column) throws UnreadableException {
        var text = text(column);
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw wrong(
                    "The " + column
                            + (text.isEmpty() ? " is empty" : " is longer than " + LONGEST_NAME + " characters"),
                    "Give every row a short name under " + column);
        }
        return text;
    }

    private String text(String column) {
        return row.getField(columns.of(column)).strip();
    }

    Place place() {
        return new Place(file, (int) Math.min(row.getStartingLineNumber(), Integer.MAX_VALUE), 0);
    }

    UnreadableException wrong(String what, String mend) {
        return new UnreadableException(place(), what, mend);
    }

    private static String quoted(String text) {
        return "\"" + Excerpt.of(text, 40) + "\"";
    }
}
