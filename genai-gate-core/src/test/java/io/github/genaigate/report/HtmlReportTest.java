package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {

    @ParameterizedTest
    @EnumSource
    void is_well_formed_and_leads_nowhere_else(Decisions fixture) throws Exception {
        var page = page(fixture);

        var ids = new HashSet<String>();
        elements(page, "*").forEach(element -> {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
            assertThat(element.getTagName()).isNotIn("script", "img", "iframe", "link", "form", "object", "svg");
            assertThat(element.hasAttribute("src") || element.hasAttribute("style"))
                    .isFalse();
        });
        assertThat(elements(page, "a"))
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @EnumSource
    void has_landmarks_headings_and_named_tables(Decisions fixture) throws Exception {
        var page = page(fixture);

        for (var landmark : List.of("header", "main", "footer", "h1", "title")) {
            assertThat(elements(page, landmark)).as(landmark).hasSize(1);
        }
        assertThat(elements(page, "section"))
                .allSatisfy(section -> assertThat(elements(page, "h2"))
                        .extracting(heading -> heading.getAttribute("id"))
                        .contains(section.getAttribute("aria-labelledby")));
        assertThat(elements(page, "th"))
                .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(page, "caption")).hasSameSizeAs(elements(page, "table"));
    }

    @Test
    void only_its_own_style_sheet_may_apply() throws Exception {
        var page = page(Decisions.READY);

        var css = elements(page, "style").get(0).getTextContent();
        var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));

        assertThat(elements(page, "meta").get(1).getAttribute("content"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void the_title_says_service_stage_verdict_and_numbers() throws Exception {
        assertThat(elements(page(Decisions.NOT_READY), "title").get(0).getTextContent())
                .isEqualTo(
                        "support-assistant, NOT READY for production: 3 blocking requirements, 1 waiver (1 soon to lapse), 1 exemption, 2 warnings");
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "muted, paper",
        "muted, card",
        "link, card",
        "good, card",
        "bad, card",
        "ink, idle-soft",
        "good, good-soft",
        "bad, bad-soft",
        "open, open-soft",
        "idle, idle-soft"
    })
    void text_stands_out_in_the_light_and_in_the_dark(String text, String background) throws Exception {
        var css = elements(page(Decisions.READY), "style").get(0).getTextContent();
        for (int scheme = 0; scheme < 2; scheme++) {
            double one = luminance(css, text, scheme);
            double other = luminance(css, background, scheme);
            assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    /** The relative luminance of a colour as the accessibility guidelines define it. */
    private static double luminance(String css, String variable, int scheme) {
        var colour = Pattern.compile("--" + variable + ": #([0-9a-f]{6})")
                .matcher(css)
                .results()
                .toList()
                .get(scheme)
                .group(1);
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "P", "a b", "x>"})
    void an_element_that_could_act_cannot_be_built(String name) {
        assertThatThrownBy(() -> Node.element(name)).hasMessage("no such element: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "src", "a=b", ""})
    void an_attribute_that_could_act_cannot_be_built(String name) {
        assertThatThrownBy(() -> Node.element("p").with(name, "x")).hasMessage("no such attribute: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "javascript:alert(1)", "#A", "#", "//evil.example"})
    void a_link_out_of_the_page_cannot_be_built(String target) {
        assertThatThrownBy(() -> Node.element("a").with("href", target))
                .hasMessage("a link leads to a place on the page: " + target);
    }

    @Test
    void a_style_sheet_that_could_end_itself_cannot_be_built() {
        assertThatThrownBy(() -> new Node.StyleSheet("p {}\n</style>"))
                .hasMessage("a style sheet on the page cannot hold < or &");
    }

    private static Document page(Decisions fixture) throws Exception {
        var html = new HtmlReport().render(fixture.decision()).replaceFirst("<!DOCTYPE html>\n", "");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        var nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
