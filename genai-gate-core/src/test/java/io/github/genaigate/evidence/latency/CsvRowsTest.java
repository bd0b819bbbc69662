package io.github.genaigate.evidence.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.evidence.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final String ALPHABET = "abcXYZ0189 .:/-_é€𝄞\r\u0001\u0080";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 16, 31, 64, 4096})
    void findsTheFieldsThatWereWritten(int block) throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed * 31L + block);
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            var written = rows(random);
            byte[] bytes = write(random, written, delimiter).getBytes(StandardCharsets.UTF_8);
            int head = Math.min(bytes.length, Utf8.MARK + random.nextInt(bytes.length + 1));

            assertThat(read(bytes, head, delimiter, block)).as("seed %d", seed).isEqualTo(written);
        }
    }

    private static List<List<String>> rows(Random random) {
        var rows = new ArrayList<List<String>>();
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            var row = new ArrayList<String>();
            for (int fields = 2 + random.nextInt(20); fields > 0; fields--) {
                row.add(field(random));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String field(Random random) {
        var text = new StringBuilder();
        int[] letters = ALPHABET.codePoints().toArray();
        for (int length = random.nextInt(random.nextInt(10) == 0 ? 60 : 8); length > 0; length--) {
            switch (random.nextInt(12)) {
                case 0 -> text.append('"');
                case 1 -> text.append('\n');
                case 2 -> text.append(",;\t|".charAt(random.nextInt(4)));
                default -> text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
        }
        return text.toString();
    }

    private static String write(Random random, List<List<String>> rows, char delimiter) {
        var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        boolean returns = random.nextBoolean();
        for (int r = 0; r < rows.size(); r++) {
            for (int f = 0; f < rows.get(r).size(); f++) {
                var field = rows.get(r).get(f);
                boolean special = field.matches("(?s).*[\"\n\r" + delimiter + "].*");
                text.append(f == 0 ? "" : delimiter)
                        .append(special || random.nextInt(8) == 0 ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
            }
            boolean last = r == rows.size() - 1;
            text.append(last && random.nextBoolean() ? "" : returns ? "\r\n" : "\n");
            text.append(!last && random.nextInt(10) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    private static List<List<String>> read(byte[] bytes, int head, char delimiter, int block) throws Exception {
        var in = new ByteArrayInputStream(bytes, head, bytes.length - head);
        var rows = new CsvRows("results.jtl", Arrays.copyOf(bytes, head), in, (byte) delimiter, block);
        var read = new ArrayList<List<String>>();
        while (rows.next()) {
            var row = new ArrayList<String>();
            for (int i = 0; i < rows.fields(); i++) {
                row.add(rows.text(i));
            }
            read.add(row);
        }
        assertThat(rows.next()).isFalse();
        return read;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,b~c,"d                | 2 | The last row ends inside of quotes: the file is cut off
            a,b~"c~d",e~"f""~       | 4 | The last row ends inside of quotes: the file is cut off
            a,b"c"                  | 1 | A quote stands inside of a field
            "a"b,c                  | 1 | A quote stands inside of a field
            "a"^b                   | 1 | A quote stands inside of a field
            a,"b~~c",d~e,f"         | 4 | A quote stands inside of a field
            a,b~c,\u00ff            | 0 | ok
            """)
    void refusesWhatIsNoCsv(String text, int line, String complaint) throws Exception {
        byte[] bytes = text.replace('~', '\n').replace('^', '\r').getBytes(StandardCharsets.UTF_8);
        for (int block = 1; block < 20; block++) {
            int size = block;
            if (line == 0) {
                assertThat(read(bytes, 0, ',', size)).hasSize(2);
                continue;
            }
            assertThatThrownBy(() -> read(bytes, 0, ',', size)).isInstanceOfSatisfying(UnreadableException.class, e -> {
                assertThat(e).hasMessage(complaint);
                assertThat(e.place()).hasToString("results.jtl:" + line);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C0 80",
                "C1 BF",
                "C2",
                "C2 41",
                "E0 80 80",
                "E0 9F BF",
                "E2 82",
                "ED A0 80",
                "ED BF BF",
                "F0 80 80 80",
                "F0 8F BF BF",
                "F4 90 80 80",
                "F5 80 80 80",
                "FF",
                "FE FF"
            })
    void refusesBytesThatAreNoText(String hex) {
        for (var frame : List.of("a,%s\n", "a,\"%s\"\n", "%s,b", "\"abcdefgh\n%s\",b")) {
            byte[] bytes = frame.formatted(latin(hex)).getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> read(bytes, 0, ',', 8)).isInstanceOfSatisfying(UnreadableException.class, e -> {
                assertThat(e).hasMessage("The row is not text in UTF-8");
                assertThat(e.absence().mend())
                        .isEqualTo("Run JMeter with -Dfile.encoding=UTF-8, or convert the file to UTF-8");
            });
        }
    }

    private static String latin(String hex) {
        var text = new StringBuilder();
        for (var octet : hex.split(" ")) {
            text.append((char) Integer.parseInt(octet, 16));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_016, 1_017, 5_000})
    void refusesMoreFieldsThanAnyFileHas(int delimiters) {
        byte[] bytes = ("a" + ",".repeat(delimiters + 8) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(bytes, 0, ',', 64))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("The row has more than 1016 fields");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000, 1_008})
    void readsManyFields(int delimiters) throws Exception {
        byte[] bytes = ("a" + ",".repeat(delimiters) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(read(bytes, 0, ',', 64))
                .hasSize(1)
                .first()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(delimiters + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x"})
    void refusesARowThatTakesAllMemory(String begin) {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                return length;
            }
        };
        var rows = new CsvRows("results.jtl", begin.getBytes(StandardCharsets.UTF_8), endless, (byte) ',', 1 << 20);

        assertThatThrownBy(rows::next)
                .isInstanceOf(UnreadableException.class)
                .hasMessage("The row is longer than 16 MiB");
    }
}
