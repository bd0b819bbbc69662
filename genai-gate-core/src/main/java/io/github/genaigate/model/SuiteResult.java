package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the tests of a policy.
 *
 * @param suite the file of the tests
 * @param policy what was tested; that of the first case
 * @param cases in the order of the suite
 * @param requirements by id, which cases turned the requirement red and which met it
 * @param leastRed the share of the requirements that some case has to turn red
 * @param problems why the suite cannot be run; there are no cases then
 */
public record SuiteResult(
        String suite,
        Decision.PolicyIdentity policy,
        List<Case> cases,
        SortedMap<String, Coverage> requirements,
        Share leastRed,
        List<Problem> problems) {

    public SuiteResult {
        cases = List.copyOf(cases);
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
        problems = List.copyOf(problems);
    }

    /**
     * One case.
     *
     * @param differences what was expected and is not so, sentences without a full stop; empty when all is as expected
     */
    public record Case(String name, Place place, List<String> differences) {
        public Case {
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /**
     * How well a requirement is tested: how many passing cases say that it fails, and how many that it is met.
     *
     * @param red cases that expect it to fail, and it does
     * @param met cases that expect it to be met, and it is
     */
    public record Coverage(int red, int met) {}

    /** Requirements that no case turned red, sorted. */
    public List<String> neverRed() {
        return requirements.entrySet().stream()
                .filter(entry -> entry.getValue().red() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Requirements that no case met, sorted. */
    public List<String> neverMet() {
        return requirements.entrySet().stream()
                .filter(entry -> entry.getValue().met() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why the suite as a whole fails, beside its cases; empty when enough is tested. */
    public Optional<String> tooLittle() {
        if (cases.isEmpty()) {
            return Optional.of("No case was run");
        }
        int all = requirements.size();
        int red = all - neverRed().size();
        boolean enough = all > 0
                && leastRed.fraction().multiply(BigDecimal.valueOf(all)).compareTo(BigDecimal.valueOf(red)) <= 0;
        return enough
                ? Optional.empty()
                : Optional.of(
                        "Cases turn " + red + " of " + all + " requirements red, and " + leastRed + " are demanded");
    }

    public boolean passed() {
        return problems.isEmpty() && tooLittle().isEmpty() && cases.stream().allMatch(Case::passed);
    }
}
