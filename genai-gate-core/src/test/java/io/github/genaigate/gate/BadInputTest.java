package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of evidence, spoilt in every way: the error is clear, nothing passes, hangs or throws. */
class BadInputTest {

    @TempDir
    static Path template;

    @TempDir
    Path folder;

    private static ServiceFolder ready;

    @BeforeAll
    static void make() {
        ready = ServiceFolder.ready(template);
        // what is judged here is the reading, not how evidence is tied to content
        ready.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed }",
                "latency-budget: { confidence: 95 % }");
    }

    /** A file that a requirement rests on, and a number in it. */
    enum Evidence {
        JMETER(ServiceFolder.JMETER, "latency-budget", "results.jtl|load-test", ",400,", ",%s,"),
        PROMPTFOO(
                ServiceFolder.PROMPTFOO,
                "evaluation",
                "promptfoo.json|evals",
                "\"successes\": 60",
                "\"successes\": %s"),
        // a score that is no number does not make an open issue a lesser one
        SARIF(
                ServiceFolder.SARIF,
                "security-review",
                "spotbugs.sarif|scan|Severity",
                "\"results\": []",
                "\"results\": [{\"ruleId\": \"SECRET\", \"level\": \"error\","
                        + " \"properties\": {\"security-severity\": %s}}]"),
        OPENLINEAGE(
                ServiceFolder.OPENLINEAGE,
                "data-lineage",
                "events.ndjson|lineage",
                "\"outputs\": []",
                "\"outputs\": [%s]"),
        CODEOWNERS(ServiceFolder.CODEOWNERS, "owner-assignment", "CODEOWNERS|Code owners", "* @acme/", "* %s@acme/"),
        // not beside the other load test, which would stand in for it as another kind
        K6(ServiceFolder.K6, "latency-budget", "k6.json|smoke-test", "\"value\":400", "\"value\":%s");

        final String path;
        final String requirement;
        private final String names;
        private final String number;
        private final String other;

        Evidence(String path, String requirement, String names, String number, String other) {
            this.path = path;
            this.requirement = requirement;
            this.names = names;
            this.number = number;
            this.other = other;
        }

        private Evidence next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    /** One way to spoil a file. */
    enum Fault {
        MISSING {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Files.delete(file);
            }
        },
        EMPTY {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Files.write(file, new byte[0]);
            }
        },
        CUT_IN_HALF {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        ANOTHER_KIND {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Files.write(file, Files.readAllBytes(service.path(evidence.next().path)));
            }
        },
        DIRECTORY {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Files.delete(file);
                Files.createDirectories(file.resolve("inside"));
            }
        },
        UNREADABLE {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions here");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
                assumeTrue(!Files.isReadable(file), "the administrator may read everything");
            }
        },
        TOO_LARGE {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
                    sparse.setLength((256L << 20) + 1);
                }
            }
        },
        LINK_OUT {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Path outside = Files.move(file, service.folder().resolve("outside"));
                Files.createSymbolicLink(file, outside);
            }
        },
        UTF_16 {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                recode(file, StandardCharsets.UTF_16);
            }
        },
        UTF_16_WITHOUT_MARK {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                recode(file, StandardCharsets.UTF_16LE);
            }
        },
        LATIN_1 {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                var text = Files.readString(file).replace("acme", "acm\u00e9").replace("chat", "ch\u00e4t");
                Files.write(file, text.replace("Bugs", "B\u00fcgs").getBytes(StandardCharsets.ISO_8859_1));
            }
        },
        NOT_A_NUMBER {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) {
                service.edit(evidence.path, evidence.number, evidence.other.formatted("NaN"));
            }
        },
        NEGATIVE_NUMBER {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) {
                service.edit(evidence.path, evidence.number, evidence.other.formatted("-1"));
            }
        },
        HUGE_NUMBER {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) {
                service.edit(evidence.path, evidence.number, evidence.other.formatted("1e999999999"));
            }
        },
        ZEROES_AT_THE_END {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) {
                service.edit(evidence.path, text -> text + "\0".repeat(4096));
            }
        },
        ZERO_IN_THE_MIDDLE {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) {
                service.edit(
                        evidence.path,
                        text -> text.substring(0, text.length() / 2) + "\0" + text.substring(text.length() / 2));
            }
        },
        PIPE {
            @Override
            void in(ServiceFolder service, Evidence evidence, Path file) throws Exception {
                Files.delete(file);
                try {
                    assumeTrue(
                            new ProcessBuilder("mkfifo", file.toString())
                                            .start()
                                            .waitFor()
                                    == 0,
                            "no pipes here");
                } catch (IOException absent) {
                    assumeTrue(false, "no pipes here");
                }
            }
        };

        abstract void in(ServiceFolder service, Evidence evidence, Path file) throws Exception;

        private static void recode(Path file, Charset charset) throws IOException {
            Files.write(file, Files.readString(file).getBytes(charset));
        }
    }

    static Stream<Arguments> everyEvidenceAndFault() {
        return Arrays.stream(Evidence.values())
                .flatMap(evidence -> Arrays.stream(Fault.values())
                        .filter(fault ->
                                evidence != Evidence.CODEOWNERS || !fault.name().endsWith("NUMBER"))
                        .map(fault -> Arguments.of(evidence, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyEvidenceAndFault")
    void neverPasses(Evidence evidence, Fault fault) throws Exception {
        var service = ready.copy(folder);
        fault.in(service, evidence, service.path(evidence.path));

        var decision = assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide);

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        var finding = finding(decision, evidence.requirement);
        assertThat(finding.outcome().fails()).isTrue();
        assertThat(text(finding.judgement().failing().get(0))).containsPattern(evidence.names);
        assertThat(finding.judgement().failing()).allMatch(part -> part.mend().isPresent());
    }

    private static String text(Part part) {
        return part.message() + " "
                + part.places().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void aByteOrderMarkChangesNothing(Evidence evidence) {
        var service = ready.copy(folder);
        var before = finding(service.decide(), evidence.requirement).outcome();
        service.edit(evidence.path, text -> "\uFEFF" + text);

        assertThat(finding(service.decide(), evidence.requirement).outcome()).isEqualTo(before);
        assertThat(before).isEqualTo(Outcome.MET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CODEOWNERS")
    void aPathLeadsNowhereElse(Evidence evidence) {
        for (String path : List.of("../" + evidence.path, "perf/../../x", "/etc/hostname", "C:/x", "\\\\host\\x")) {
            var service = ready.copy(folder.resolve(Integer.toHexString(path.hashCode())));
            service.edit(ServiceFolder.MANIFEST, evidence.path, "'" + path + "'");
            Decision decision = service.decide();
            assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
            assertThat(problems(decision))
                    .singleElement()
                    .asString()
                    .matches("genai-gate[.]yaml:1\\d:\\d+: .* is \".*\": a path .*; Write a path .*");
        }
    }
}
