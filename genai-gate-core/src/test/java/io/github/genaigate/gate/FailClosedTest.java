package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever of a service is spoilt, nothing is proven by it. */
@ExtendWith(ReadyService.class)
class FailClosedTest {

    private final ServiceFolder service;

    FailClosedTest(ServiceFolder service) {
        this.service = service;
    }

    private interface Check {
        void accept(Damage damage, Decision decision);
    }

    /** Spoils a copy in each round; how many decisions were ready. */
    private long spoil(
            int rounds,
            BiFunction<ServiceFolder, Random, Damage> spoiling,
            Function<ServiceFolder, GateRequest> request,
            Check check) {
        var random = new Random(42);
        long ready = 0;
        for (int round = 0; round < rounds; round++) {
            var spoilt = service.copy(service.path("../rounds/" + round));
            var damage = spoiling.apply(spoilt, random);

            var decision = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> ServiceFolder.GATE.decide(request.apply(spoilt)), damage::toString);

            check.accept(damage, decision);
            ready += decision.verdict() == Verdict.READY ? 1 : 0;
            spoilt.delete("..");
        }
        return ready;
    }

    @Test
    void whatIsClaimedAndProvenIsReadyOnlyWhenTheDamageMeansNothing() {
        var paths = List.of(
                ServiceFolder.MANIFEST,
                ServiceFolder.JMETER,
                ServiceFolder.K6,
                ServiceFolder.PROMPTFOO,
                ServiceFolder.SARIF,
                ServiceFolder.OPENLINEAGE,
                ServiceFolder.RECORD,
                "src/main/App.java",
                "prompts/answer.md",
                "config/model.yaml");

        long ready = spoil(
                40,
                (spoilt, random) -> random.nextInt(5) == 0
                        ? Damage.withoutALine(spoilt, ServiceFolder.MANIFEST, random)
                        : Damage.of(spoilt, paths.get(random.nextInt(paths.size())), random),
                ServiceFolder::request,
                (damage, decision) -> {
                    if (decision.verdict() == Verdict.READY) {
                        assertThat(meansNothing(damage)).as(damage.toString()).isTrue();
                    }
                });

        assertThat(ready).isBetween(1L, 15L);
    }

    /**
     * What was changed and may still leave the service ready. Content, its sign-off and the load tests, which are bound to
     * it, are no such thing; the manifest only when it says the same.
     */
    private static boolean meansNothing(Damage damage) {
        if (damage.path().equals(ServiceFolder.MANIFEST)) {
            return ManifestLoader.canonicalDigest(damage.after())
                    .equals(ManifestLoader.canonicalDigest(damage.before()));
        }
        // elsewhere one letter of a text, or the line break at the end
        return Stream.of("evals/", "scans/", "lineage/").anyMatch(damage.path()::startsWith)
                ? damage.after().length >= damage.before().length - 1
                : !damage.changes();
    }

    /** A policy is what it says, whoever wrote it: only a pin can tell that it is another. */
    @Test
    void aPinnedPolicyIsNoOther() {
        var pin = service.decide().policy().digest();

        long ready = spoil(
                40,
                FailClosedTest::policy,
                spoilt -> spoilt.with().policyDigest(pin),
                (damage, decision) ->
                        assertThat(problems(decision)).as(damage.toString()).isNotEmpty());

        assertThat(ready).isZero();
        assertThat(ServiceFolder.GATE.decide(service.with().policyDigest(pin)).verdict())
                .isEqualTo(Verdict.READY);
    }

    /** What the layer above demands holds, whatever becomes of the policy below it. */
    @Test
    void noPolicyLosesWhatItsBaselineDemands() {
        long ready = spoil(40, FailClosedTest::policy, ServiceFolder::request, (damage, decision) -> {
            if (decision.verdict() == Verdict.READY) {
                assertThat(met(decision))
                        .as(damage.toString())
                        .contains(
                                "data-lineage",
                                "evaluation",
                                "governance-sign-off",
                                "latency-budget",
                                "owner-assignment",
                                "security-review");
                assertThat(decision.policy().layers()).as(damage.toString()).hasSize(2);
            }
        });

        assertThat(ready).isPositive();
    }

    private static Damage policy(ServiceFolder spoilt, Random random) {
        return random.nextBoolean()
                ? Damage.withoutALine(spoilt, ServiceFolder.POLICY, random)
                : Damage.of(spoilt, ServiceFolder.POLICY, random);
    }

    /** JGit knows what the patterns mean; the last one that fits decides. */
    @Test
    void theContentIsOwnedOnlyWhenTheLastRuleThatFitsSaysSo() {
        long ready = spoil(25, FailClosedTest::codeOwners, ServiceFolder::request, (damage, decision) -> {
            if (met(decision).contains("owner-assignment")) {
                assertThat(List.of("src/main/App.java", "prompts/answer.md", "config/model.yaml"))
                        .as(damage.toString())
                        .allMatch(path -> owners(damage.text(), path).contains("@acme/support-ai"));
            }
        });

        assertThat(ready).isBetween(1L, 20L);
    }

    /** They count as they are committed. */
    private static Damage codeOwners(ServiceFolder spoilt, Random random) {
        var damage = Damage.of(spoilt, ServiceFolder.CODEOWNERS, random);
        spoilt.git().commit(TestRepository.KIM, "2026-11-17", "Change");
        return damage;
    }

    private static Set<String> owners(String file, String path) {
        Set<String> owners = Set.of();
        for (String line : file.split("\n", -1)) {
            var words = Arrays.asList(line.strip().split("\\s+", -1));
            boolean fits = Stream.of(path, path.substring(0, path.indexOf('/')))
                    .anyMatch(name -> new FastIgnoreRule(words.get(0)).isMatch(name, !name.equals(path), true));
            if (fits) {
                owners = words.stream()
                        .skip(1)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
            }
        }
        return owners;
    }

    /**
     * The evidence is older than the content, its author signs for it, and an owner was never seen: by this history nothing
     * is proven. Damaged, it is none that proves more. Documents rest on no history, and are gone. Evidence that nothing ties to the content is refused only where the
     * policy says so.
     */
    @Test
    void aHistoryThatProvesNothingStillDoesNotWhenItIsDamaged() {
        service.edit(ServiceFolder.MANIFEST, "lee@acme.example", "max@acme.example")
                .edit(ServiceFolder.MANIFEST, "id: extractive-1.2.0", "id: latest")
                .edit("prompts/answer.md", text -> text + "Be brief.\n")
                .delete("docs")
                .delete("ops")
                .git()
                .commit(ServiceFolder.RISK, "2026-11-17", "Change");
        service.sign();
        assertThat(problems(service.decide())).isEmpty();
        assertThat(met(service.decide())).isEmpty();

        var seen = new HashSet<List<String>>();
        spoil(30, Damage::ofHistory, ServiceFolder::request, (damage, decision) -> {
            assertThat(decision.verdict()).as(damage.toString()).isEqualTo(Verdict.NOT_READY);
            assertThat(met(decision)).as(damage.toString()).isEmpty();
            seen.add(decision.findings().stream()
                    .map(finding -> finding.judgement().message())
                    .toList());
        });

        assertThat(seen).hasSizeGreaterThan(5);
    }

    private static Set<String> met(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.MET)
                .map(Finding::requirement)
                .collect(Collectors.toSet());
    }
}
