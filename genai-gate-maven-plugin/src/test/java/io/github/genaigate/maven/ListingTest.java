package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.gate.Gate;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void tellsWhatIsDeclared() {
        var lines = new Listing(new Gate(List.of(new Politeness()), List.of(new Diary()), List.of())).lines();
        assertThat(String.join("\n", lines)).startsWith("""
                CRITERIA (1)

                  politeness
                    Answers are polite.
                    in a policy:
                      atLeast: a whole number such as 2
                        How many polite words an answer has.
                        larger is stricter
                    in the manifest, under tone:
                      words: a list, each entry being a text
                        The polite words.
                      tests: a list, each entry with, optional
                        Where it was tried.
                        where: a text, optional
                          The place.

                SETTINGS OF EVERY CRITERION
                      confidence: a share such as 95 %
                """).endsWith("""

                FORMATS OF EVIDENCE (1)
                  diary  What people write down in the evening.
                         gives evaluation cases""");
    }

    @Test
    void tellsOfEverythingAtHand() {
        var gate = Gate.of(ListingTest.class.getClassLoader());
        var text = String.join("\n", new Listing(gate).lines());
        assertThat(gate.criteria()).isNotEmpty().allSatisfy(criterion -> {
            assertThat(text).contains("\n  " + criterion.about().id() + "\n");
            criterion
                    .about()
                    .settings()
                    .forEach(setting -> assertThat(text).contains("\n      " + setting.name() + ": "));
        });
        assertThat(gate.readers())
                .isNotEmpty()
                .allSatisfy(reader -> assertThat(text).contains("\n  " + reader.format() + " "));
        assertThat(text).doesNotContain("\t", "  \n");
    }

    private static final class Politeness implements Criterion {

        private static final Field<List<String>> WORDS =
                Field.required("words", Kind.list(Kind.TEXT), "The polite words.");
        private static final Field<List<Entry>> TESTS = Field.optional(
                "tests",
                Kind.list(Kind.group(Field.optional("where", Kind.TEXT, "The place."))),
                "Where it was tried.");

        @Override
        public About about() {
            return new About(
                    "politeness",
                    "Answers are polite.",
                    List.of(Setting.of(
                            "atLeast", Kind.COUNT, Strictness.larger(), "How many polite words an answer has.")),
                    Optional.of(new Section("tone", Kind.group(WORDS, TESTS))));
        }

        @Override
        public Needs needs(Demand demand) {
            return Needs.nothing();
        }

        @Override
        public Judgement judge(Demand demand, Facts facts) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Diary implements EvidenceReader {

        @Override
        public String format() {
            return "diary";
        }

        @Override
        public String purpose() {
            return "What people write down in the evening.";
        }

        @Override
        public Shape<?> shape() {
            return Shape.CASES;
        }

        @Override
        public boolean recognises(byte[] head) {
            return false;
        }

        @Override
        public Reading read(Source source, Set<Question> questions) {
            throw new UnsupportedOperationException();
        }
    }
}
