package io.github.genaigate.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds the page about expressions to the types that expressions are checked by. */
class ExpressionsPageTest {

    private static final Path PAGE = Path.of("../../docs/expressions.md");
    private static final String BEGIN = "<!-- the facts -->\n";
    private static final String END = "<!-- end of the facts -->\n";

    @Test
    void tellsEveryField() throws IOException {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var expected = before + tables() + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("genai-gate.golden"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String tables() {
        var text = new StringBuilder("\n| variable | type |\n|---|---|\n");
        text.append("| `now` | timestamp |\n| `owners` | list(Owner) |\n| `service` | Service |\n");
        Views.SOURCES.forEach(source -> text.append("| `%s` | list(%s) |\n"
                .formatted(source.variable(), source.view().name())));
        for (View<?> view : Views.ALL) {
            text.append("\n**%s**\n\n| field | type | what it is |\n|---|---|---|\n".formatted(view.name()));
            view.fields()
                    .forEach((name, field) -> text.append("| `%s` | %s | %s%s |\n"
                            .formatted(
                                    name,
                                    name(field.type()),
                                    field.meaning(),
                                    field.always() ? "" : "; may be missing")));
        }
        return text.append('\n').toString();
    }

    private static String name(CelType type) {
        if (type instanceof ListType list) {
            return "list(" + name(list.elemType()) + ")";
        }
        if (type instanceof MapType map) {
            return "map(" + name(map.keyType()) + ", " + name(map.valueType()) + ")";
        }
        return type instanceof StructType
                ? type.name()
                : type.name().replace("google.protobuf.", "").toLowerCase(Locale.ROOT);
    }
}
