package io.github.genaigate.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML in UTF-8 that tools wrote, read as a stream without document types and entities of its own, by the parser of the JDK.
 */
public final class Xml {

    private Xml() {}

    /**
     * A parser at the beginning. What some tools write before the declaration, a byte-order mark or blanks, is skipped. Bytes
     * that are no text in UTF-8 make it fail, whatever the declaration says: the decoder of the parser itself complains on the
     * error stream.
     */
    public static XMLStreamReader parser(InputStream in) throws XMLStreamException, IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory.createXMLStreamReader(trimmed(in));
    }

    private static Reader trimmed(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        int next;
        do {
            reader.mark(1);
            next = reader.read();
        } while (next == '\uFEFF' || next == ' ' || next == '\t' || next == '\r' || next == '\n');
        reader.reset();
        return reader;
    }
}
