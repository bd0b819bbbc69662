package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the result files of JMeter in CSV form, one row a request, and counts every request exactly, in one pass and in
 * memory that does not grow with the file.
 *
 * <p>{@code success} alone tells a failure from a success. Rows of transaction controllers repeat the requests inside of
 * them and are passed over. So are the rows of setUp and tearDown thread groups: what they do once before and after is
 * not load, and neither their speed nor their errors say how the service answers its users. A file with nothing else
 * holds no requests.
 */
public final class JmeterCsvReader implements EvidenceReader {

    private static final int BLOCK = 1 << 20;
    private static final long LARGEST = 16L << 30;

    private final int block;

    public JmeterCsvReader() {
        this(BLOCK);
    }

    /** For tests, which read in blocks of a few bytes. */
    JmeterCsvReader(int block) {
        this.block = block;
    }

    @Override
    public String format() {
        return "jmeter-csv";
    }

    @Override
    public String purpose() {
        return "Request samples that JMeter writes with -l results.jtl, in CSV form.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public boolean recognises(byte[] head) {
        return JtlLayout.of(head).isPresent();
    }

    /** A long load test writes some gigabytes, of which little is kept. */
    @Override
    public long limit() {
        return LARGEST;
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        try (var in = source.open()) {
            byte[] head = in.readNBytes(Source.HEAD);
            var layout = JtlLayout.of(head).orElseThrow(() -> unknown(source, head));
            require(source, layout);
            var rows = new CsvRows(source.name(), head, in, layout.delimiter(), block);
            var row = new JtlRow(rows, layout);
            var counts = new JtlCounts(layout, questions);
            if (layout.header()) {
                rows.next();
            }
            while (rows.next()) {
                counts.add(row);
            }
            var samples = counts.samples();
            var reading = Reading.complete(samples, Assurance.MEASURED, samples.first());
            return doubt(source, counts).map(reading::doubtedFor).orElse(reading);
        }
    }

    private static void require(Source source, JtlLayout layout) throws UnreadableException {
        for (var name : new String[] {JtlLayout.LABEL, JtlLayout.SUCCESS}) {
            if (!layout.has(name)) {
                throw new UnreadableException(
                        new Place(source.name(), 1, 0),
                        "The header has no column " + name,
                        "Run JMeter with its default columns, or add the column to jmeter.save.saveservice");
            }
        }
        var twice = layout.repeated();
        if (twice.isPresent()) {
            throw new UnreadableException(
                    new Place(source.name(), 1, 0),
                    "The header names the column " + twice.get() + " twice",
                    "Take the file as JMeter wrote it, unchanged");
        }
    }

    private static UnreadableException unknown(Source source, byte[] head) {
        boolean empty = new String(head, StandardCharsets.ISO_8859_1).isBlank();
        return new UnreadableException(
                Place.of(source.name()),
                empty
                        ? "The file is empty"
                        : "The first line is neither the header of a JMeter result file nor a row in JMeter's default order",
                "Name a result file that JMeter wrote in CSV form");
    }

    private static Optional<Absence> doubt(Source source, JtlCounts counts) {
        if (counts.aggregates() > 0) {
            return Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    source.name() + " holds " + rows(counts.aggregates())
                            + " that SampleCount says to stand for other than one request, so that single requests cannot be counted",
                    "Run JMeter with mode=Standard, which writes one row a request",
                    Place.of(source.name())));
        }
        if (counts.requests() > 0) {
            return Optional.empty();
        }
        long others = counts.transactions() + counts.around();
        return Optional.of(Absence.of(
                Reason.INCOMPLETE,
                source.name() + " holds no requests"
                        + (others == 0
                                ? ""
                                : ", only " + rows(counts.transactions()) + " of transaction controllers and "
                                        + rows(counts.around()) + " of setUp and tearDown thread groups"),
                counts.transactions() == 0
                        ? "Run the load test to its end and name the file that it wrote"
                        : "Switch off Generate parent sample in the transaction controllers, so that every request has its row",
                Place.of(source.name())));
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
