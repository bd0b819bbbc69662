package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Xml;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads JUnit XML, which most test runners can write, as evaluation cases. */
public final class JunitXmlReader implements EvidenceReader {

    private static final int DEEPEST = 200;
    private static final String AS_WRITTEN = "Let the tests finish, and give the file as they wrote it";

    @Override
    public String format() {
        return "junit-xml";
    }

    @Override
    public String purpose() {
        return "Test results in JUnit XML, written by pytest with --junitxml, by Surefire and by most other runners.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.CASES;
    }

    @Override
    public boolean recognises(byte[] head) {
        try {
            var xml = Xml.parser(new ByteArrayInputStream(head));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return JunitRun.SUITES.contains(xml.getLocalName());
                }
            }
            return false;
        } catch (XMLStreamException | IOException notXml) {
            return false;
        }
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        try (var in = source.open()) {
            var run = new JunitRun(source.name());
            walk(Xml.parser(in), run, source.name());
            return run.reading();
        } catch (CharacterCodingException wrong) {
            throw notText(source);
        } catch (XMLStreamException wrong) {
            if (wrong.getNestedException() instanceof CharacterCodingException) {
                throw notText(source);
            }
            if (wrong.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            // What the parser says is in the language of the machine, and would differ from one to another.
            var at = wrong.getLocation();
            throw new UnreadableException(
                    at == null || at.getLineNumber() < 1
                            ? Place.of(source.name())
                            : new Place(source.name(), at.getLineNumber(), Math.max(0, at.getColumnNumber())),
                    "The file is not valid XML, or ends before it is complete",
                    AS_WRITTEN);
        }
    }

    private static UnreadableException notText(Source source) {
        return new UnreadableException(Place.of(source.name()), "The file is not text in UTF-8", AS_WRITTEN);
    }

    private static void walk(XMLStreamReader xml, JunitRun run, String file)
            throws XMLStreamException, UnreadableException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new UnreadableException(
                                place(file, xml), "The XML is nested deeper than " + DEEPEST + " levels", AS_WRITTEN);
                    }
                    if (depth == 1 && !JunitRun.SUITES.contains(xml.getLocalName())) {
                        throw new UnreadableException(
                                place(file, xml), "The file holds no test suite", "Give the JUnit XML of a test run");
                    }
                    run.begin(xml, place(file, xml));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    run.end(xml.getLocalName());
                }
                case XMLStreamConstants.DTD ->
                    throw new UnreadableException(
                            place(file, xml), "The file declares a document type, which is refused", AS_WRITTEN);
                default -> {}
            }
        }
    }

    private static Place place(String file, XMLStreamReader xml) {
        return new Place(
                file,
                Math.max(0, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()));
    }
}
