package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cases of an evaluation run are in a suite.
 *
 * @param attributes the exact values that they have; all cases when there is none
 */
record Selection(Map<String, String> attributes) {

    List<Case> of(Cases cases) {
        return cases.cases().stream().filter(this::selects).toList();
    }

    private boolean selects(Case run) {
        return attributes.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(run.attributes().get(wanted.getKey())));
    }

    /**
     * Why no case is selected.
     *
     * @param part the name of the part
     * @param subject what the sentence begins with
     * @param evidence the name of the run
     */
    Part nothing(String part, String subject, String evidence, Cases cases) {
        if (cases.cases().isEmpty()) {
            return Part.unproven(
                    part, Reason.MISSING, subject + ": " + evidence + " holds no case", "Run the evaluation");
        }
        for (var wanted : new TreeMap<>(attributes).entrySet()) {
            var values = cases.cases().stream()
                    .flatMap(run -> Optional.ofNullable(run.attributes().get(wanted.getKey())).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (values.isEmpty()) {
                var known = cases.cases().stream()
                        .flatMap(run -> run.attributes().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
                return Part.unproven(
                        part,
                        Reason.MISSING,
                        subject + ": no case in " + evidence + " has an attribute " + Words.brief(wanted.getKey())
                                + (known.isEmpty() ? "" : "; they have " + Words.few(known)),
                        Words.meant(wanted.getKey(), known, "Select by an attribute that the cases have"));
            }
            if (!values.contains(wanted.getValue())) {
                return Part.unproven(
                        part,
                        Reason.MISSING,
                        subject + ": no case in " + evidence + " has " + Words.brief(wanted.getKey()) + " "
                                + Words.brief(wanted.getValue()) + "; there are " + Words.few(values),
                        Words.meant(wanted.getValue(), values, "Select a value that the cases have"));
            }
        }
        return Part.unproven(
                part,
                Reason.MISSING,
                subject + ": no case in " + evidence + " has all of " + text(),
                "Select fewer attributes, or add such cases");
    }

    private String text() {
        return Words.few(new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(wanted -> wanted.getKey() + " " + wanted.getValue())
                        .toList());
    }
}
