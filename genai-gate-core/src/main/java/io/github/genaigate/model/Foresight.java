package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * What it will take to prove all claims of a manifest at a stage, told before anything is measured.
 *
 * @param service the name of the service; empty when the manifest cannot be used
 * @param stage the stage asked for
 * @param failing how much of the failures that are allowed is assumed to occur
 * @param probability with which the proof shall succeed then
 * @param lines one for each claim from samples, in the order of the policy
 * @param others the ids of the requirements in force that do not rest on samples, or claim nothing yet
 * @param problems why manifest, policy or request cannot be used
 */
public record Foresight(
        Optional<String> service,
        Optional<String> stage,
        Share failing,
        Share probability,
        List<Line> lines,
        List<String> others,
        List<Problem> problems) {

    public static final String SCHEMA = "genai-gate/plan/v1";

    public Foresight {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /** One claim of a requirement. */
    public record Line(String requirement, Level level, Effort effort) {}
}
