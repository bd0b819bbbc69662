package io.github.genaigate.report;

import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How two policies compare, as lines for a terminal and as JSON for machines. */
public final class ComparisonReport {

    private static final int LONGEST = 600;

    private ComparisonReport() {}

    /** What a person reads; problems alone when there are any. */
    public static List<String> lines(Comparison comparison) {
        var lines = new ArrayList<String>();
        if (!comparison.problems().isEmpty()) {
            lines.add(
                    Wording.count(comparison.problems().size(), "problem") + " in the input, so nothing was compared");
            comparison.problems().forEach(problem -> {
                lines.add("  x " + clean(problem.place() + ": " + problem.what()));
                lines.add("      next: " + clean(problem.mend()));
            });
            return lines;
        }
        lines.add(clean(
                name(comparison.candidate()) + " is " + words(comparison.relation()) + " " + name(comparison.held())));
        comparison.differences().forEach(difference -> {
            lines.add("  " + clean(difference.name()) + ": "
                    + difference.relation().word());
            lines.add("      held:      " + value(difference.held(), difference.heldBy()));
            lines.add("      candidate: " + value(difference.candidate(), difference.candidateBy()));
        });
        return lines;
    }

    private static String name(PolicyIdentity policy) {
        return policy.name() + " " + policy.version();
    }

    private static String words(Comparison.Relation relation) {
        return switch (relation) {
            case EQUAL -> "equal to";
            case STRICTER -> "stricter than";
            case LOOSER -> "looser than";
            case NEITHER -> "neither stricter nor looser than";
        };
    }

    private static String value(Optional<String> value, Optional<Origin> origin) {
        return clean(value.orElse("nothing") + origin.map(by -> "    # " + by).orElse(""));
    }

    /** The same as JSON. */
    public static void json(Comparison comparison, Appendable out) throws IOException {
        JsonReport.document(out, (json, generator) -> {
            json.text("schema", Comparison.SCHEMA);
            json.object("held", () -> identity(comparison.held(), json));
            json.object("candidate", () -> identity(comparison.candidate(), json));
            // Nothing is said of policies that cannot be used.
            json.text(
                    "relation",
                    Optional.of(comparison.relation().word())
                            .filter(word -> comparison.problems().isEmpty()));
            json.objects("differences", comparison.differences(), difference -> {
                json.text("name", difference.name());
                json.text("relation", difference.relation().word());
                json.text("held", difference.held());
                json.object("heldBy", difference.heldBy(), by -> origin(by, json));
                json.text("candidate", difference.candidate());
                json.object("candidateBy", difference.candidateBy(), by -> origin(by, json));
            });
            json.problems(comparison.problems());
        });
    }

    private static void identity(PolicyIdentity policy, JsonFields json) throws IOException {
        json.text("name", policy.name());
        json.text("version", policy.version());
        json.text("digest", policy.digest());
    }

    private static void origin(Origin origin, JsonFields json) throws IOException {
        json.text("layer", origin.layer());
        json.object("place", () -> json.place(origin.place()));
    }

    private static String clean(String text) {
        return Visible.line(text, LONGEST);
    }
}
