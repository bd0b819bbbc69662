package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * An entry of a framework with the requirements that cover it. What is off or not yet in force covers nothing.
 *
 * @param framework its id
 * @param findings those that are in force, in the order of the policy
 */
record Coverage(String framework, String entry, List<Finding> findings) {

    Coverage {
        findings = List.copyOf(findings);
    }

    /** Every entry that a requirement in force serves, sorted. */
    static List<Coverage> of(Decision decision) {
        var all = new TreeMap<String, TreeMap<String, List<Finding>>>();
        for (Finding finding : decision.findings()) {
            finding.rationale()
                    .references()
                    .forEach((framework, entries) ->
                            entries.forEach(entry -> all.computeIfAbsent(framework, id -> new TreeMap<>())
                                    .computeIfAbsent(entry, text -> new ArrayList<>())
                                    .add(finding)));
        }
        var rows = new ArrayList<Coverage>();
        all.forEach((framework, entries) ->
                entries.forEach((entry, findings) -> rows.add(new Coverage(framework, entry, findings))));
        return List.copyOf(rows);
    }
}
