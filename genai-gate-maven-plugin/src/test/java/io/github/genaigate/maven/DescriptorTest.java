package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What Maven and every user get to see of the goals: a misspelt name is for ever. */
class DescriptorTest {

    private static Element plugin;

    @BeforeAll
    static void read() throws Exception {
        try (var in = DescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    @Test
    void namesThePluginAndWhatItNeeds() {
        assertThat(text(plugin, "goalPrefix")).isEqualTo("genai-gate");
        assertThat(text(plugin, "requiredMavenVersion")).isEqualTo("3.8.1");
        assertThat(text(plugin, "requiredJavaVersion")).isEqualTo("17");
    }

    @Test
    void hasTheGoals() {
        assertThat(goals().keySet())
                .containsExactly(
                        "bless",
                        "check",
                        "compare-policies",
                        "criteria",
                        "effective-policy",
                        "explain",
                        "forecast",
                        "help",
                        "init",
                        "plan",
                        "policy-impact",
                        "report",
                        "test-policy");
    }

    @Test
    void runsEveryGoalInParallelAndWithoutAPom() {
        goals().forEach((name, goal) -> {
            assertThat(text(goal, "threadSafe")).as(name).isEqualTo("true");
            assertThat(text(goal, "requiresProject")).as(name).isEqualTo("false");
            assertThat(text(goal, "description")).as(name).isNotBlank();
        });
    }

    @Test
    void bindsWhatJudgesToVerify() {
        assertThat(text(goals().get("check"), "phase")).isEqualTo("verify");
        assertThat(text(goals().get("report"), "phase")).isEqualTo("verify");
    }

    @Test
    void documentsEveryParameter() {
        own().forEach((name, goal) -> parameters(goal).forEach(parameter -> {
            var what = name + " " + text(parameter, "name");
            assertThat(text(parameter, "description")).as(what).endsWith(".");
            assertThat(text(parameter, "since")).as(what).isEqualTo("0.1.0");
        }));
    }

    @Test
    void namesEveryPropertyAfterItsParameter() {
        var properties = new TreeSet<String>();
        own().forEach((name, goal) -> parameters(goal).forEach(parameter -> {
            var parameterName = text(parameter, "name");
            var value = text(child(child(goal, "configuration"), parameterName), null);
            assertThat(value).as(name + " " + parameterName).isEqualTo("${genai-gate." + parameterName + "}");
            properties.add("genai-gate." + parameterName);
        }));
        assertThat(properties).containsExactlyElementsOf(Settings.ALL);
    }

    @Test
    void tellsDefaultsThatHoldWithoutAPom() {
        own().forEach((name, goal) -> parameters(goal).forEach(parameter -> {
            var parameterName = text(parameter, "name");
            var configured = child(child(goal, "configuration"), parameterName).getAttribute("default-value");
            assertThat(configured).as(name + " " + parameterName).doesNotContain("${");
        }));
    }

    private static Map<String, Element> goals() {
        var goals = new TreeMap<String, Element>();
        children(child(plugin, "mojos")).forEach(goal -> goals.put(text(goal, "goal"), goal));
        return goals;
    }

    /** Without help, which is generated. */
    private static Map<String, Element> own() {
        var own = new TreeMap<>(goals());
        own.remove("help");
        return own;
    }

    private static List<Element> parameters(Element goal) {
        return children(goal).stream()
                .filter(child -> child.getTagName().equals("parameters"))
                .flatMap(parameters -> children(parameters).stream())
                .toList();
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Element child(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + element.getTagName()));
    }

    private static String text(Element element, String name) {
        return (name == null ? element : child(element, name)).getTextContent().strip();
    }
}
