package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of evidence, spoilt in every way: the error is clear, nothing passes, hangs or throws. */
@ExtendWith(EveryFormat.class)
class BadInputTest {

    private final ServiceFolder service;

    BadInputTest(ServiceFolder service) {
        this.service = service;
    }

    /** A reader that is new has to be taken in. */
    @Test
    void everyFormatIsTried() {
        assertThat(Arrays.stream(BadEvidence.values()).map(evidence -> evidence.format))
                .containsExactlyInAnyOrderElementsOf(ServiceFolder.GATE.readers().stream()
                        .map(EvidenceReader::format)
                        .toList());
    }

    /** What git does not commit, or has no number in it, is no fault of code owners: they are read from HEAD. */
    private static final Set<Fault> NONE_OF_CODE_OWNERS = EnumSet.of(
            Fault.UNREADABLE,
            Fault.TOO_LARGE,
            Fault.PIPE,
            Fault.NOT_A_NUMBER,
            Fault.NEGATIVE_NUMBER,
            Fault.HUGE_NUMBER);

    static Stream<Arguments> everyEvidenceAndFault() {
        return Arrays.stream(BadEvidence.values())
                .flatMap(evidence -> Arrays.stream(Fault.values())
                        .filter(fault -> evidence != BadEvidence.CODEOWNERS || !NONE_OF_CODE_OWNERS.contains(fault))
                        .map(fault -> Arguments.of(evidence, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyEvidenceAndFault")
    void neverPasses(BadEvidence evidence, Fault fault) throws Exception {
        fault.in(service, evidence, service.path(evidence.path));
        commitCodeOwners(service, evidence);

        var decision = assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide);

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        var finding = finding(decision, evidence.requirement);
        assertThat(finding.outcome().fails()).isTrue();
        assertThat(text(finding.judgement().failing().get(0))).containsPattern(evidence.names);
        assertThat(finding.judgement().failing()).allMatch(part -> part.mend().isPresent());
    }

    private static void commitCodeOwners(ServiceFolder service, BadEvidence evidence) {
        if (evidence == BadEvidence.CODEOWNERS) {
            service.git().commit(TestRepository.KIM, "2026-11-17", "Change");
        }
    }

    private static String text(Part part) {
        return part.message() + " "
                + part.places().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void aByteOrderMarkChangesNothing(BadEvidence evidence) {
        var before = finding(service.decide(), evidence.requirement).outcome();
        service.edit(evidence.path, text -> "\uFEFF" + text);
        commitCodeOwners(service, evidence);

        assertThat(finding(service.decide(), evidence.requirement).outcome()).isEqualTo(before);
        assertThat(before).isEqualTo(Outcome.MET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CODEOWNERS")
    void aPathLeadsNowhereElse(BadEvidence evidence) {
        var manifest = service.read(ServiceFolder.MANIFEST);
        for (String path : List.of("../" + evidence.path, "perf/../../x", "/etc/hostname", "C:/x", "\\\\host\\x")) {
            service.write(ServiceFolder.MANIFEST, manifest.replace(evidence.path, "'" + path + "'"));
            Decision decision = service.decide();
            assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
            assertThat(problems(decision))
                    .singleElement()
                    .asString()
                    .matches("genai-gate[.]yaml:[123]\\d:\\d+: .* is \".*\": a path .*; Write a path .*");
        }
    }
}
