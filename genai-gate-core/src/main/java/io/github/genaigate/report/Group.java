package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import java.util.List;

/** The findings in the order in which a reader needs them. Every finding in force stands in exactly one group. */
enum Group {
    BLOCKING("Blocking"),
    WAIVED("Waived"),
    EXEMPTED("Exempted by the policy"),
    WARNING("Warnings"),
    INFORMATION("For information"),
    SATISFIED("Satisfied");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Group of(Finding finding) {
        if (finding.blocks()) {
            return BLOCKING;
        }
        if (finding.waived()) {
            return WAIVED;
        }
        if (finding.exempted()) {
            return EXEMPTED;
        }
        if (finding.warns()) {
            return WARNING;
        }
        return finding.outcome().fails() ? INFORMATION : SATISFIED;
    }

    /** The findings of this group in the order of the policy. */
    List<Finding> in(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> of(finding) == this)
                .toList();
    }
}
