package io.github.genaigate.evidence.figures;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Reads figures of the business from a plain CSV file, whose first row names its columns: {@code figure,arm,value} with
 * one row for each sample, or {@code figure,arm,trials,successes} with one row or more for each group. {@code arm} is left
 * out where nothing is compared; {@code time}, with its zone, may be added. Every number is kept exactly.
 */
public final class FiguresCsvReader implements EvidenceReader {

    private static final String WHOLE =
            "Export the file again, whole, in UTF-8, with a line break at the end of each row";
    private static final int LONGEST_FIELD = 1_000;
    private static final char MARK = '\uFEFF';

    @Override
    public String format() {
        return "figures-csv";
    }

    @Override
    public String purpose() {
        return "Figures of the business as samples or counts, a CSV file with the columns " + FigureColumns.LAYOUT
                + ".";
    }

    @Override
    public Shape<?> shape() {
        return Shape.FIGURES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var text = new String(head, StandardCharsets.UTF_8);
        var line = text.lines().findFirst().orElse("");
        return columns(Arrays.asList(line.replace(String.valueOf(MARK), "").split(",", -1)))
                .looksRight();
    }

    private static FigureColumns columns(Iterable<String> fields) {
        var names = new ArrayList<String>();
        fields.forEach(field -> names.add(field.strip()));
        return new FigureColumns(names);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        try (var text = new Ending(reader(source));
                var csv = rows(text)) {
            var groups = read(source.name(), csv.iterator());
            if (!text.endsInLineBreak()) {
                throw new UnreadableException(
                        Place.of(source.name()), "The last row has no line break: the file may be cut off", WHOLE);
            }
            return Reading.complete(groups.figures(), Assurance.MEASURED, groups.first());
        } catch (CsvParseException wrong) {
            throw new UnreadableException(
                    Place.of(source.name()),
                    "The file is not valid CSV: a quote is not closed, or a row is too long",
                    WHOLE);
        } catch (UncheckedIOException broken) {
            throw unreadable(source, Optional.ofNullable(broken.getCause()).orElseThrow(() -> broken));
        } catch (CharacterCodingException notText) {
            throw unreadable(source, notText);
        }
    }

    private static UnreadableException unreadable(Source source, IOException broken) throws IOException {
        if (broken instanceof CharacterCodingException) {
            return new UnreadableException(Place.of(source.name()), "The file is not text in UTF-8", WHOLE);
        }
        throw broken;
    }

    private static FigureGroups read(String file, Iterator<CsvRecord> rows) throws UnreadableException {
        if (!rows.hasNext()) {
            throw new UnreadableException(Place.of(file), "The file is empty", WHOLE);
        }
        var header = rows.next();
        var columns = columns(header.getFields());
        var complaint = columns.complaint();
        if (complaint.isPresent()) {
            throw new UnreadableException(
                    new Place(file, (int) header.getStartingLineNumber(), 0),
                    complaint.get(),
                    "Name the columns " + FigureColumns.LAYOUT);
        }
        var groups = new FigureGroups();
        while (rows.hasNext()) {
            var row = rows.next();
            var read = new FigureRow(file, columns, row);
            if (row.getFieldCount() != columns.names().size()) {
                throw read.wrong(
                        "The row has " + row.getFieldCount() + " fields, and the header "
                                + columns.names().size(),
                        WHOLE);
            }
            groups.add(read);
        }
        if (groups.isEmpty()) {
            throw new UnreadableException(Place.of(file), "The file holds no figure, only a header", WHOLE);
        }
        return groups;
    }

    private static CsvReader<CsvRecord> rows(Reader text) {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                // a row of another length is refused with its line
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(16)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(16 * LONGEST_FIELD)
                                .build(),
                        text);
    }

    private static Reader reader(Source source) throws IOException {
        // a decoder of its own refuses what is no text, where a named charset would replace it
        var reader = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** A text that tells how it ended. */
    private static final class Ending extends FilterReader {

        private int last = -1;

        Ending(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                last = into[from + count - 1];
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                last = c;
            }
            return c;
        }

        boolean endsInLineBreak() {
            return last == '\n' || last == '\r';
        }
    }
}
