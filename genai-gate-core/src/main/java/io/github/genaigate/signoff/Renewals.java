package io.github.genaigate.signoff;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Reason;
import io.github.genaigate.repository.Committed;
import io.github.genaigate.repository.GitRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * How often the end of a waiver was put off, by the git history along first parents. Every record counts that the manifest
 * ever named for the requirement, in every form in which it was committed: removing a waiver, writing it anew, or keeping its
 * approval elsewhere begins nothing anew.
 *
 * @param manifest relative to its folder
 * @param approvals the records that a manifest names for a requirement
 */
public record Renewals(GitRepository repository, String manifest, BiFunction<byte[], String, List<String>> approvals) {

    private static final int MOST_FORMS = 1_000;
    private static final int MOST_RECORDS = 100;
    private static final int LARGEST_MANIFEST = 1 << 20;

    /** The number of ends that were approved for the same, but for the first. */
    Lookup<Integer> of(WaiverRequest request) {
        return repository
                .everyVersion(manifest, MOST_FORMS, LARGEST_MANIFEST)
                .then(forms -> ends(request, records(request, forms)))
                .map(ends -> Math.max(0, ends.size() - 1));
    }

    private Set<String> records(WaiverRequest request, List<Committed> manifests) {
        var records = new TreeSet<>(Set.of(request.approval()));
        manifests.forEach(form -> records.addAll(approvals.apply(form.bytes(), request.requirement())));
        return records;
    }

    private Lookup<Set<String>> ends(WaiverRequest request, Set<String> records) {
        if (records.size() > MOST_RECORDS) {
            return Lookup.absent(Absence.of(
                    Reason.UNVERIFIABLE,
                    "the history names more than " + MOST_RECORDS + " records for it",
                    "Keep the records of one requirement in fewer files"));
        }
        Lookup<Set<String>> all = Lookup.found(Set.of(), Assurance.ATTESTED);
        for (String record : records) {
            all = all.with(
                    repository.everyVersion(record, MOST_FORMS, SignOffRecord.LARGEST),
                    (before, forms) -> and(before, request, record, forms));
        }
        return all;
    }

    private static Set<String> and(Set<String> before, WaiverRequest request, String path, List<Committed> forms) {
        var ends = new HashSet<>(before);
        forms.forEach(form -> SignOffRecord.load(path, form.bytes())
                .value()
                .filter(record -> isOfTheSame(request, record))
                .ifPresent(record -> ends.add(end(record))));
        return ends;
    }

    /** Whatever the stage, because an approval holds for the earlier ones too. */
    private static boolean isOfTheSame(WaiverRequest request, Entry record) {
        if (record.find(SignOffRecord.REQUIREMENT)
                .filter(request.requirement()::equals)
                .isEmpty()) {
            return false;
        }
        var approved = record.find(SignOffRecord.ISSUES).orElse(List.of());
        var lasting = approved.stream().map(Renewals::lasting).collect(Collectors.toSet());
        return approved.isEmpty()
                || request.issues().isEmpty()
                || request.issues().stream().map(Renewals::lasting).anyMatch(lasting::contains);
    }

    /** The rule and the file of an issue: moving it within the file begins nothing anew. */
    private static String lasting(String issue) {
        return issue.replaceFirst("(:\\d+){0,2} \\([0-9a-f]{16}\\)$", "");
    }

    private static String end(Entry record) {
        return record.find(SignOffRecord.EXPIRES)
                .map(Object::toString)
                .orElse("approved on " + record.get(SignOffRecord.DATE));
    }
}
