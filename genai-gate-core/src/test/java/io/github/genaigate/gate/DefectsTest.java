package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A criterion or a reader with a defect of its own: what it was for is unproven, and all the rest is still told. */
@ExtendWith(ReadyService.class)
class DefectsTest {

    private final ServiceFolder service;

    DefectsTest(ServiceFolder service) {
        this.service = service;
    }

    /** A criterion that cannot cope. */
    private record BrokenCriterion(Criterion whole) implements Criterion {
        @Override
        public About about() {
            return whole.about();
        }

        @Override
        public Needs needs(Demand demand) {
            return whole.needs(demand);
        }

        @Override
        public Judgement judge(Demand demand, Facts facts) {
            throw new IllegalStateException("no such case");
        }
    }

    /** A reader that cannot cope. */
    private record BrokenReader(EvidenceReader whole, boolean early, Supplier<RuntimeException> defect)
            implements EvidenceReader {
        @Override
        public String format() {
            return whole.format();
        }

        @Override
        public String purpose() {
            return whole.purpose();
        }

        @Override
        public Shape<?> shape() {
            return whole.shape();
        }

        @Override
        public boolean recognises(byte[] head) {
            if (early) {
                throw defect.get();
            }
            return whole.recognises(head);
        }

        @Override
        public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
            throw defect.get();
        }
    }

    private Finding unproven(Gate gate, List<String> expected) {
        var decision = gate.decide(service.request());

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.findings())
                .filteredOn(Finding::blocks)
                .extracting(Finding::requirement)
                .containsExactlyElementsOf(expected);
        assertThat(decision.findings())
                .filteredOn(finding -> finding.level() == Level.BLOCK && !finding.blocks())
                .isNotEmpty()
                .allMatch(finding -> finding.outcome() == Outcome.MET);
        return finding(decision, "evaluation");
    }

    @Test
    void aCriterion() {
        var whole = ServiceFolder.GATE;
        var criteria = whole.criteria().stream()
                .map(one -> one.about().id().equals("evaluation") ? new BrokenCriterion(one) : one)
                .toList();

        var finding = unproven(new Gate(criteria, whole.readers(), whole.reports()), List.of("evaluation"));

        assertThat(finding.judgement().reason()).contains(Reason.UNREADABLE);
        assertThat(finding.judgement().message())
                .isEqualTo("The criterion evaluation could not cope with the facts:"
                        + " java.lang.IllegalStateException: no such case");
        assertThat(finding.judgement().mend()).contains("Report it with the evidence as a defect of the criterion");
    }

    /** A criterion that cannot cope with what is declared. */
    private record ConfusedCriterion(Criterion whole, boolean early) implements Criterion {
        @Override
        public About about() {
            return whole.about();
        }

        @Override
        public List<Problem> check(Demand demand) {
            if (early) {
                throw new IllegalStateException("no such setting");
            }
            return whole.check(demand);
        }

        @Override
        public Needs needs(Demand demand) {
            throw new IllegalStateException("no such setting");
        }

        @Override
        public Judgement judge(Demand demand, Facts facts) {
            return whole.judge(demand, facts);
        }
    }

    /** Before any evidence is opened; the mistakes of the user are told with it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCriterionThatIsOnlyAskedWhatItNeeds(boolean early) {
        service.edit(ServiceFolder.MANIFEST, "within: 1500 ms, share", "within: 0 ms, share");
        var whole = ServiceFolder.GATE;
        var criteria = whole.criteria().stream()
                .map(one -> one.about().id().equals("data-lineage") ? new ConfusedCriterion(one, early) : one)
                .toList();

        var decision = new Gate(criteria, whole.readers(), whole.reports()).decide(service.request());

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.evidence()).isEmpty();
        assertThat(problems(decision))
                .containsExactly(
                        "builtin:baseline:41:5: The criterion data-lineage could not cope with the manifest or the policy:"
                                + " java.lang.IllegalStateException: no such setting;"
                                + " Report it with manifest and policy as a defect of the criterion",
                        "genai-gate.yaml:22:79: Budget answer allows no time at all; Write a duration such as 800 ms",
                        "genai-gate.yaml:23:62: Budget smoke allows no time at all; Write a duration such as 800 ms");
    }

    static Stream<Supplier<RuntimeException>> defects() {
        return Stream.of(
                () -> new ArithmeticException("long overflow"),
                () -> new IndexOutOfBoundsException(7),
                () -> new NumberFormatException("x"),
                () -> new NullPointerException("value"),
                () -> new NoSuchElementException("none"),
                () -> new IllegalStateException("cut"),
                () -> new ClassCastException("text"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aReader(Supplier<RuntimeException> defect) {
        var finding = unproven(withReader("promptfoo", false, defect), List.of("evaluation"));

        assertThat(finding.judgement().reason()).contains(Reason.UNREADABLE);
        assertThat(finding.judgement().message())
                .isEqualTo("evals/promptfoo.json holds something that its reader could not cope with: "
                        + defect.get().getClass().getSimpleName());
        assertThat(finding.judgement().mend())
                .contains("Look into the file, and let the tool write it again;"
                        + " when it is as it should be, report a defect of the reader");
    }

    @Test
    void aReaderThatIsOnlyAskedWhetherItRecognisesAFile() {
        var finding = unproven(
                withReader("sarif", true, NoSuchElementException::new),
                List.of(
                        "capacity",
                        "data-lineage",
                        "evaluation",
                        "human-oversight",
                        "latency-budget",
                        "operations",
                        "operations-runbook",
                        "privacy-and-legal",
                        "security-review"));

        assertThat(finding.judgement().message())
                .isEqualTo("evals/promptfoo.json holds something that its reader could not cope with:"
                        + " NoSuchElementException");
    }

    private static Gate withReader(String format, boolean early, Supplier<RuntimeException> defect) {
        var whole = ServiceFolder.GATE;
        var readers = whole.readers().stream()
                .map(one -> one.format().equals(format) ? new BrokenReader(one, early, defect) : one)
                .toList();
        return new Gate(whole.criteria(), readers, whole.reports());
    }
}
